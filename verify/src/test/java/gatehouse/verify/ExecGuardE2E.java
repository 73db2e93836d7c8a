package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Shells and execs without a terminal: what goes in is recorded, and without the actions for files little passes (ADR 6). */
class ExecGuardE2E {
    private static final int BOUND_IN = 1 << 20;
    private static final int BOUND_OUT = 16 << 20;
    private static FilesEstate estate;

    @BeforeAll
    static void begin() {
        estate = new FilesEstate("exec-target");
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    private static SessionLog sessions() {
        return new SessionLog(estate.gatehouse().admin());
    }

    private static Program.Result ssh(String login, byte[] input, String... command) {
        return estate.client()
                .ssh(login, command)
                .typing(input)
                .atMost(FilesEstate.PATIENCE)
                .run();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void linesThatAShellReadsAreRecordedAndAreCommands() {
        for (String[] shell : new String[][] {{"bash -s one"}, {}}) {
            Program.Result result = ssh(estate.carrierLogin(), text("cd /\npwd\n\necho \"$((6 * 7)) é\"\n"), shell);

            assertThat(result.out()).as(result.toString()).contains("/\n").contains("42 é");
            JsonObject session = sessions().lastEnded(estate.carrier());
            assertThat(sessions().commands(session, 3 + shell.length))
                    .contains("cd /", "pwd", "echo \"$((6 * 7)) é\"")
                    .hasSize(3 + shell.length);
            assertThat(sessions().replay(session))
                    .contains("\"i\", \"cd /\\u000a\"")
                    .contains("42 é");
        }
    }

    /** Bytes that are no text, and a line whose own output looks like a question: a shell executes both. */
    @Test
    void aScriptHidesNoneOfItsLines() {
        byte[] script = text("# x\nprintf 'Password: '; touch hidden\necho last\n");
        script[2] = (byte) 0xff;

        Program.Result result = ssh(estate.carrierLogin(), script, "bash");

        assertThat(result.out()).as(result.toString()).endsWith("last\n");
        JsonObject session = sessions().lastEnded(estate.carrier());
        assertThat(sessions().commands(session, 4))
                .containsExactlyInAnyOrder("bash", "# \ufffd", "printf 'Password: '; touch hidden", "echo last");
        assertThat(sessions().replay(session)).contains("touch hidden").contains("echo last");
    }

    @Test
    void whatIsTypedIntoAnExecWithATerminalIsListed() {
        try (Conversation shell = estate.client()
                .terminal(estate.carrierLogin(), "bash", "--norc", "-i")
                .converse()) {
            shell.expect("$ ");
            shell.type("echo in-$((6 * 7))\r");
            shell.expect("in-42");
            shell.type("exit\r");
            assertThat(shell.end()).isZero();
        }
        assertThat(sessions().commands(sessions().lastEnded(estate.carrier()), 3))
                .contains("bash --norc -i", "echo in-$((6 * 7))", "exit");
    }

    @Test
    void theAnswerToAQuestionForAPasswordIsNotRecorded() {
        try (Conversation command = estate.client()
                .ssh(estate.carrierLogin(), "printf 'Password: ' >&2; read -r one; read -r two; echo \"${#one} $two\"")
                .converse()) {
            // sent ahead; the second line only when the question was shown: nobody knows of two streams which came
            // first
            command.type("hunter2\n");
            command.expect("Password: ");
            command.type("not-secret\n");
            assertThat(command.end()).as(command.shown()).isZero();
            assertThat(command.shown()).isEqualTo("Password: 7 not-secret\n");
        }
        String replay = sessions().replay(sessions().lastEnded(estate.carrier()));
        assertThat(replay)
                .doesNotContain("hunter2")
                .contains("7 bytes typed that are not kept")
                .contains("not-secret");
    }

    @Test
    void binaryInputIsRecordedAsItsLengthAndHash() {
        byte[] content = Content.random(11, 3_000_000);

        Program.Result result = ssh(estate.carrierLogin(), content, "cat > bulk; sha256sum < bulk");

        assertThat(result.out()).startsWith(Content.sha256(content));
        assertThat(sessions().replay(sessions().lastEnded(estate.carrier())))
                .contains("3000000 bytes, SHA-256 " + Content.sha256(content));
    }

    @Test
    void withoutUploadOnlyALittleGoesIn() {
        byte[] little = Content.random(12, 100_000);
        Program.Result small = ssh(estate.lookerLogin(), little, "sha256sum");
        Program.Result large = ssh(estate.lookerLogin(), Content.random(13, 5_000_000), "cat > smuggled; sleep 60");

        assertThat(small.out()).startsWith(Content.sha256(little));
        assertThat(large.code()).as(large.toString()).isEqualTo(255);
        assertThat(large.err()).contains("1048576 bytes").contains("upload").contains("TRANSFER_DENIED");
        assertThat(estate.there().resolve("smuggled").toFile().length()).isLessThanOrEqualTo(BOUND_IN);
        JsonObject line = estate.log().require("write", "cat > smuggled; sleep 60");
        assertThat(line.getString("result")).isEqualTo("denied");
        assertThat(line.getString("protocol")).isEqualTo("exec");
        assertThat(line.getJsonNumber("bytes").longValue()).isLessThanOrEqualTo(BOUND_IN);
        JsonObject session = sessions().lastEnded("exec-target-looker");
        assertThat(session.getString("reason")).contains("upload");
        Rest admin = estate.gatehouse().admin();
        Eventually.holds(() -> assertThat(admin.get("audits/events?limit=20&search=transfer.recorded")
                        .toString())
                .contains("DENIED"));
    }

    @Test
    void withoutDownloadOnlySomeComesOut() {
        Program.Result refused = ssh(estate.lookerLogin(), new byte[0], "head -c 30000000 /dev/zero; sleep 60");
        Program.Result allowed = ssh(estate.carrierLogin(), new byte[0], "head -c 30000000 /dev/zero");

        assertThat(refused.code()).isEqualTo(255);
        assertThat(refused.bytes().length).isBetween(BOUND_OUT / 2, BOUND_OUT);
        assertThat(refused.err()).contains("download").contains("TRANSFER_DENIED");
        assertThat(allowed.bytes()).hasSize(30_000_000);
    }

    @Test
    void aShellWithoutATerminalIsBoundedToo() {
        Program.Result large = ssh(estate.lookerLogin(), text("#".repeat(200) + "\n"));
        Program.Result flood = ssh(estate.lookerLogin(), text("head -c 30000000 /dev/zero\nsleep 60\n"));

        assertThat(large.code()).as(large.toString()).isZero();
        assertThat(flood.code()).isEqualTo(255);
        assertThat(flood.bytes().length).isLessThanOrEqualTo(BOUND_OUT);
    }
}
