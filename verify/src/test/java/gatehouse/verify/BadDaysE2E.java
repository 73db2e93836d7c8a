package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The house's bad days: the database goes, the storage goes, the server is killed. Somebody is always in the middle of a session. */
class BadDaysE2E {
    private static final String LOGIN = "bea@" + TestingSshServer.USER + "@bad-day-target";
    private static final String DATABASE_AWAY = "the database of Gatehouse does not answer";
    private static final String CHAIN_WAITS = "GHAUD0002";
    private static final String RECORDINGS_WAIT = "GHSES0016";
    /** With what stood in the line that it came into, where a picture of the screen could be had. */
    private static final String NOTICE = "(?:\u001b\\[0m)?\r\n\\[Gatehouse] [^\r]*\r\n(?:[^\r\u001b]*\u001b\\[0m)?";

    private static TestingPostgresql database;
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static SshClient bea;
    private static String user;

    private Conversation shell;

    @BeforeAll
    static void estate() {
        database = TestingPostgresql.start();
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.start(database.settings("gatehouse"));
        gatehouse.expectErrors(CHAIN_WAITS, RECORDINGS_WAIT);
        gatehouse.setUpFirstAdministrator();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("bad-day-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        user = estate.user("bea");
        estate.permit(user, asset, TestingSshServer.USER, "CONNECT");
        bea = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        bea.ssh(LOGIN, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        target.close();
        database.close();
    }

    @BeforeEach
    void somebodyIsInTheMiddleOfASession() {
        shell = bea.terminal(LOGIN).converse();
        shell.type("echo before-$((6 * 7))\n");
        shell.expect("before-42");
    }

    @AfterEach
    void theDatabaseIsBack() {
        shell.close();
        database.thaw();
        database.startAgain();
    }

    @Test
    void aDatabaseThatHangsStopsNobodyWhoIsInASession() {
        database.freeze();
        shell.type("echo during-$((6 * 7))\n");
        shell.expect("during-42");
        assertThat(bea.ssh(LOGIN, "true").run().err()).contains(DATABASE_AWAY);
        assertThat(signIn()).contains("DATABASE_UNAVAILABLE");
        Eventually.holds(() -> assertThat(status()).isEqualTo(1));
        shell.type("echo still-$((6 * 7))\n");
        shell.expect("still-42");

        database.thaw();
        Eventually.holds(
                () -> assertThat(bea.ssh(LOGIN, "echo back").run().out()).isEqualTo("back\n"));
        Eventually.holds(() -> assertThat(status()).isZero());
        shell.type("exit 3\n");
        assertThat(shell.end()).isEqualTo(3);
        assertEndedAndReplays("finished", "before-42", "during-42", "still-42");
    }

    @Test
    void whatEndsWhileTheDatabaseIsDownIsWrittenWhenItIsBack() {
        database.stop();
        assertThat(bea.ssh(LOGIN, "true").run().err()).contains(DATABASE_AWAY);
        shell.type("echo during-$((6 * 7))\nexit 4\n");
        assertThat(shell.end()).isEqualTo(4);

        database.startAgain();
        assertEndedAndReplays("finished", "before-42", "during-42");
        Eventually.holds(() -> assertThat(gatehouse
                        .admin()
                        .get("terminal/commands?order=-startedAt&search=during")
                        .getJsonArray("items")
                        .toString())
                .contains("echo during-$((6 * 7))"));
        assertThat(bea.ssh(LOGIN, "echo back").run().out()).isEqualTo("back\n");
    }

    @Test
    void aFullDiskPausesSessionsUntilThereIsRoom() {
        leastFree(Long.MAX_VALUE);
        shell.expect("This session is paused: the disk for recordings is nearly full");
        shell.type("echo held-$((6 * 7))\n");
        assertThat(bea.ssh(LOGIN, "true").run().err()).contains("no session can be opened: the disk");
        assertThat(shell.shown()).doesNotContain("held-42");

        leastFree(1 << 20);
        shell.expect("This session goes on.");
        shell.expect("held-42");
        shell.type("exit\n");
        shell.end();
        assertEndedAndReplays("finished", "before-42", "held-42");
    }

    /** A limit on the size of the server's files is a disk that takes half a write and refuses the rest, for whoever runs this. */
    @Test
    void aRecordingThatCannotBeWrittenPausesItsSessionAndLosesNothing() throws IOException {
        Path log = gatehouse.home().resolve("logs/server.log");
        int most = (int) Files.size(log) + (256 << 10);
        String letters = incompressible(2 * most);
        Files.writeString(target.home().resolve("letters"), letters.replace("\r", ""));
        gatehouse.limitFileSize(Integer.toString(most));
        try {
            // what is shown within a second before a write fails may pass, the rest may not
            shell.type("cat letters; sleep 3; echo all-$((6 * 7))\n");
            shell.expect("This session is paused: the recording cannot be written");
            Eventually.holds(
                    () -> assertThat(text(log)).contains(RECORDINGS_WAIT).contains("File too large"));
            assertThat(shell.shown()).doesNotContain("all-42");
        } finally {
            gatehouse.limitFileSize("unlimited");
        }
        shell.expect("This session goes on.");
        shell.expect("all-42");
        shell.type("exit\n");
        shell.end();
        JsonObject session = assertEndedAndReplays("finished", "before-42", "all-42");
        String shown = shell.shown().replaceAll(NOTICE, "");
        assertThat(shown.contains(letters)).as("shown whole and once").isTrue();
        assertThat(output(session).contains(letters))
                .as("recorded whole and once")
                .isTrue();
    }

    /** Lines that take at least {@code least} bytes, however they are deflated. */
    private static String incompressible(int least) {
        byte[] bytes = new byte[least];
        new Random(7).nextBytes(bytes);
        return Base64.getMimeEncoder().encodeToString(bytes) + "\r\n";
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the recording shows, without its times. */
    private static String output(JsonObject session) {
        return replay(session)
                .lines()
                .skip(1)
                .map(line -> Json.createReader(new StringReader(line)).readArray())
                .filter(event -> event.getString(1).equals("o"))
                .map(event -> event.getString(2))
                .collect(Collectors.joining());
    }

    @Test
    void aStorageThatVanishesPausesSessionsUntilItIsBack() throws IOException {
        Path recordings = gatehouse.home().resolve("recordings");
        Path elsewhere = Files.move(recordings, gatehouse.home().resolve("elsewhere"));
        Files.createFile(recordings);
        try {
            shell.expect("This session is paused: the storage for recordings cannot be reached");
            assertThat(bea.ssh(LOGIN, "true").run().err()).contains("the storage for recordings cannot be reached");
            Eventually.holds(() -> assertThat(status()).isEqualTo(1));
        } finally {
            Files.delete(recordings);
            Files.move(elsewhere, recordings);
        }
        shell.expect("This session goes on.");
        shell.type("exit\n");
        shell.end();
        assertEndedAndReplays("finished", "before-42");
    }

    @Test
    void aKilledServerLosesASecondAtMostAndClosesItsSessionsAtTheNextStart() throws IOException {
        // the last second may be lost; what was shown longer ago must not: each is typed when the one before it was
        // seen
        for (int i = 1; i <= 2; i++) {
            shell.type("sleep 2; echo tick-$((" + i + "))\n");
            shell.expect("tick-" + i + "\r");
        }
        gatehouse.kill();
        Instant killed = Instant.now();
        shell.end();
        assertThat(gatehouse.said())
                .contains("gatehouse: Gatehouse ended unexpectedly (code 137)")
                .doesNotContain("Killed", "server.sh");

        gatehouse.start();
        JsonObject session = assertEndedAndReplays("server-stopped", "before-42", "tick-1", "the server stopped");
        assertThat(Instant.parse(session.getString("endedAt")))
                .as("the last moment of the recording, not that of the next start")
                .isBetween(Instant.parse(session.getString("startedAt")).plusSeconds(2), killed);
        assertThat(eventsOf("session.recovered")).contains(session.getString("id"));
        assertThat(bea.ssh(LOGIN, "echo back").run().out()).isEqualTo("back\n");
    }

    @Test
    void aStopTellsPeopleAndClosesTheirSessionsFirst() throws IOException {
        String keys = hostKeys();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Conversation waiting = onTheWay(silent.getLocalPort());
                Conversation menu = bea.terminal("bea").converse()) {
            menu.expect("Opt> ");
            Program.Result stop = gatehouse.gatehouse("stop");
            assertThat(stop.code()).as(stop.toString()).isZero();
            for (Conversation person : List.of(shell, menu, waiting)) {
                person.expect("Gatehouse is being stopped.");
                person.end();
            }
        }
        String log = Files.readString(gatehouse.home().resolve("logs/server.log"));

        gatehouse.start();
        assertThat(log).doesNotContain("ComponentIsStoppedException", "WFLYEE0110", "GHSES0001");
        JsonObject session = assertEndedAndReplays("server-stopped", "before-42", "Gatehouse is being stopped.");
        assertThat(eventsOf("session.ended")).contains(session.getString("id"));
        assertThat(eventsOf("session.recording-closed")).contains(session.getString("id"));
        JsonObject reached = silentSession();
        assertThat(reached.getString("result")).isEqualTo("server-stopped");
        assertThat(eventsOf("session.ended")).contains(reached.getString("id"));
        assertThat(eventsOf("session.recovered"))
                .doesNotContain(session.getString("id"))
                .doesNotContain(reached.getString("id"));
        assertThat(hostKeys()).as("made once").isEqualTo(keys).contains("ssh-ed25519", "ssh-rsa");
        assertThat(bea.ssh(LOGIN, "echo back").run().out()).isEqualTo("back\n");
    }

    private static String hostKeys() {
        return gatehouse.admin().get("terminal/ssh-host-keys/").toString();
    }

    /** Whose target is behind gateways that accept connections and say nothing: it takes minutes to know so. */
    private static Conversation onTheWay(int silent) {
        Estate estate = new Estate(gatehouse);
        Rest admin = gatehouse.admin();
        String zone = admin.post("assets/zones/", object("name", "silent zone")).getString("id");
        for (int i = 0; i < 8; i++) {
            String gateway = estate.sshAsset("bad-day-gateway-" + i, silent);
            estate.account(gateway, TestingSshServer.USER, TestingSshServer.PASSWORD);
            estate.beFresh();
            admin.post(
                    "assets/gateways/",
                    Json.createObjectBuilder(object("zone", zone, "asset", gateway))
                            .add("priority", 1)
                            .build());
        }
        String asset = estate.sshAsset("bad-day-silent", silent);
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.beFresh();
        admin.patch("assets/assets/" + asset + "/", object("zone", zone));
        estate.permit(user, asset, TestingSshServer.USER, "CONNECT");
        Conversation waiting =
                bea.terminal("bea@" + TestingSshServer.USER + "@bad-day-silent").converse();
        Eventually.holds(() -> assertThat(silentSession().getString("state")).isEqualTo("live"));
        return waiting;
    }

    private static JsonObject silentSession() {
        return gatehouse
                .admin()
                .get("terminal/sessions?limit=1&search=bad-day-silent")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody is on the way"));
    }

    private static String eventsOf(String type) {
        return gatehouse
                .admin()
                .get("audits/events?limit=5&type=" + type)
                .getJsonArray("items")
                .toString();
    }

    /** The shell's session: the last one with a terminal. Reading its recording verifies every hash and seal of it. */
    private static JsonObject assertEndedAndReplays(String result, String... texts) {
        Eventually.holds(
                () -> assertThat(shellSession().getString("result", "")).isEqualTo(result));
        JsonObject session = shellSession();
        Eventually.holds(() -> assertThat(replay(session)).contains(texts));
        return session;
    }

    private static String replay(JsonObject session) {
        return new String(
                gatehouse.admin().bytes("terminal/sessions/" + session.getString("id") + "/replay/"),
                StandardCharsets.UTF_8);
    }

    private static JsonObject shellSession() {
        return gatehouse
                .admin()
                .get("terminal/sessions?limit=20&order=-startedAt&search=bad-day-target")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(session -> session.getString("kind").equals("terminal"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no shell"));
    }

    private static int status() {
        return gatehouse.gatehouse("status").code();
    }

    private static String signIn() {
        return gatehouse
                .rest()
                .send("POST", "authentication/sign-in/", object("username", "bea", "password", Estate.PASSWORD))
                .body();
    }

    private static void leastFree(long bytes) {
        gatehouse
                .admin()
                .put(
                        "settings/settings/recording-rules/",
                        Json.createObjectBuilder().add("leastFreeBytes", bytes).build());
    }
}
