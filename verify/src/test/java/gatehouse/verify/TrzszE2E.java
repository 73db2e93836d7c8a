package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The {@code tsz} and {@code trz} of trzsz's own package in a terminal at the target, and its client side where the person's terminal is. */
class TrzszE2E {
    private static final Path PACKAGE = RunningGatehouse.ROOT.resolve("web-war/src/main/ui/node_modules/trzsz/lib");
    private static final String PROMPT = "$ ";
    private static FilesEstate estate;

    @BeforeAll
    static void begin() throws IOException {
        estate = new FilesEstate("trzsz-target");
        // whoever runs the target may enter neither the repository nor the place that Node.js was unpacked to
        for (String program : List.of("tsz", "trz")) {
            Files.copy(PACKAGE.resolve(program + ".js"), estate.there().resolve(program + ".js"));
        }
        Path node =
                Path.of(Program.of("node", "-p", "process.execPath").run().out().strip());
        Files.copy(node, estate.there().resolve("node"));
    }

    @AfterAll
    static void end() {
        estate.close();
    }

    @Test
    void aFileIsSentToThePersonAndIsInTheLog() throws IOException {
        byte[] content = Content.random(81, 700_000);
        Content.write(estate.there().resolve("report é"), content);

        String shown = transfer("tsz", "'report é'", "", "Saved 1");

        assertThat(Content.read(estate.here().resolve("report é"))).as(shown).isEqualTo(content);
        estate.requireDownloadThroughTerminal("trzsz", "report é", content, "#DATA", "./node tsz.js 'report é'");
    }

    @Test
    void aFileIsSentAsBytes() throws IOException {
        byte[] content = Content.random(82, 500_000);
        Content.write(estate.there().resolve("bytes"), content);

        String shown = transfer("tsz", "-b -e bytes", "", "Saved 1");

        assertThat(Content.read(estate.here().resolve("bytes"))).as(shown).isEqualTo(content);
        estate.log().requireWhole("read", "bytes", content);
    }

    @Test
    void aFileIsTakenFromThePersonAndIsInTheLog() throws IOException {
        byte[] content = Content.random(83, 500_000);
        Content.write(estate.here().resolve("upload"), content);

        String shown = transfer("trz", "", "upload", "Saved 1");

        assertThat(Content.read(estate.there().resolve("upload"))).as(shown).isEqualTo(content);
        estate.log().requireWhole("write", "upload", content);
    }

    @Test
    void aFileIsTakenAsBytes() throws IOException {
        byte[] content = Content.random(84, 500_000);
        Content.write(estate.here().resolve("upload-bytes"), content);

        String shown = transfer("trz", "-b -e", "upload-bytes", "Saved 1");

        assertThat(Content.read(estate.there().resolve("upload-bytes")))
                .as(shown)
                .isEqualTo(content);
        estate.log().requireWhole("write", "upload-bytes", content);
    }

    @Test
    void aFolderIsSentWithEverythingInIt() throws IOException {
        byte[] content = Content.random(85, 3_000);
        Content.write(
                Files.createDirectories(estate.there().resolve("folder/deeper")).resolve("leaf"), content);

        String shown = transfer("tsz", "-d folder", "", "Saved 1");

        assertThat(Content.read(estate.here().resolve("folder/deeper/leaf")))
                .as(shown)
                .isEqualTo(content);
        estate.log().requireWhole("read", "folder/deeper/leaf", content);
    }

    @Test
    void withoutTheActionsBothAreRefusedAndTheShellGoesOn() throws IOException {
        Content.write(estate.there().resolve("secret"), Content.random(86, 1000));
        Content.write(estate.here().resolve("smuggled"), Content.random(87, 1000));

        refused("tsz", "secret", "does not include download");
        refused("trz", "", "does not include upload");

        assertThat(estate.here().resolve("secret")).doesNotExist();
        assertThat(estate.there().resolve("smuggled")).doesNotExist();
        for (String operation : List.of("read", "write")) {
            estate.log()
                    .require(
                            operation,
                            "",
                            line -> line.getString("protocol").equals("trzsz")
                                    && line.getString("result").equals("denied"));
        }
    }

    private static void refused(String program, String argument, String reason) {
        try (Conversation terminal = terminal(estate.lookerLogin(), "smuggled")) {
            terminal.expect(PROMPT);
            terminal.type("./node " + program + ".js " + argument + "\n");
            terminal.expect(reason);
            terminal.expectAfter("Cancelled", PROMPT);
            leave(terminal);
        }
    }

    /** Gives what was shown. */
    private static String transfer(String program, String arguments, String offered, String done) {
        try (Conversation terminal = terminal(estate.carrierLogin(), offered)) {
            terminal.expect(PROMPT);
            terminal.type("./node " + program + ".js " + arguments + "\n");
            // until its end the program at the target reads what is typed
            terminal.expectAfter(done, PROMPT);
            leave(terminal);
            return terminal.shown();
        }
    }

    private static void leave(Conversation terminal) {
        terminal.type("echo still-a-shell-$((40 + 2))\n");
        terminal.expect("still-a-shell-42");
        terminal.type("exit\n");
        assertThat(terminal.end()).as(terminal.shown()).isZero();
    }

    private static Conversation terminal(String login, String offered) {
        List<String> command = new ArrayList<>(List.of(
                "node",
                RunningGatehouse.ROOT
                        .resolve("verify/targets/trzsz-terminal.cjs")
                        .toString(),
                PACKAGE.resolve("trzsz.js").toString(),
                estate.here().toString(),
                estate.here().resolve(offered).toString(),
                "--"));
        command.addAll(List.of(estate.remoteShell(login).split(" ", -1)));
        command.addAll(List.of("-tt", "127.0.0.1"));
        return estate.local(command).converse();
    }
}
