package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What an operator does with a home after its first day. The tests follow one home: while it runs, then stopped, then damaged. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondDayE2E {
    private static final String NEW_PASSWORD = "Quiet-Harbour-31-Lamp";
    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void start() {
        gatehouse = RunningGatehouse.start(Map.of());
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
    }

    @Test
    @Order(1)
    void aRenewedSetUpLinkReplacesTheFirstOne() throws IOException {
        String first = token(Files.readString(file("setup-link")));
        assertThat(gatehouse.said())
                .contains("https://localhost:" + gatehouse.httpsPort(), "/ui/#/setup?token=" + first);
        assertThat(Files.readString(file("logs/server.log"))).doesNotContain(first);
        Program.Result renewed = gatehouse.gatehouse("setup-link");

        assertThat(renewed.code()).as(renewed.toString()).isZero();
        assertThat(renewed.out()).contains("https://localhost:" + gatehouse.httpsPort() + "/ui/#/setup?token=");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file("setup-link"))))
                .isEqualTo("rw-------");
        assertThat(gatehouse
                        .rest()
                        .send("POST", "authentication/setup/", administrator(first))
                        .body())
                .contains("LINK_INVALID");

        assertThat(check("setup", first).body()).contains("LINK_INVALID");
        String second = token(Files.readString(file("setup-link")));
        assertThat(check("reset", second).body()).contains("LINK_INVALID");
        assertThat(check("setup", second).body()).isEqualTo("{\"minimumLength\":12}");

        gatehouse.setUpFirstAdministrator();
        assertThat(check("setup", second).body()).contains("LINK_INVALID");
        Program.Result late = gatehouse.gatehouse("setup-link");
        assertThat(late.code()).isEqualTo(1);
        assertThat(late.err()).contains("an administrator exists already");
        assertThat(file("setup-link")).doesNotExist();
    }

    @Test
    @Order(2)
    void aLockedOutAdministratorChoosesANewPassword() {
        Program.Result link = gatehouse.gatehouse("admin-reset", RunningGatehouse.ADMIN);
        assertThat(link.code()).as(link.toString()).isZero();
        String token = token(link.out());

        gatehouse
                .admin()
                .put(
                        "settings/settings/password-rules/",
                        Json.createObjectBuilder().add("minimumLength", 14).build());
        assertThat(check("reset", token).body()).isEqualTo("{\"minimumLength\":14}");
        assertThat(check("reset", token).statusCode()).isEqualTo(200);

        gatehouse.rest().post("authentication/reset/", object("token", token, "password", NEW_PASSWORD));
        assertThat(check("reset", token).body()).contains("LINK_INVALID");

        assertThat(gatehouse
                        .rest(RunningGatehouse.ADMIN, NEW_PASSWORD)
                        .get("users/me")
                        .getString("username"))
                .isEqualTo(RunningGatehouse.ADMIN);
        assertThat(signIn(RunningGatehouse.ADMIN_PASSWORD)).isEqualTo(401);
        assertThat(gatehouse
                        .rest()
                        .send("POST", "authentication/reset/", object("token", token, "password", NEW_PASSWORD))
                        .body())
                .contains("LINK_INVALID");
        assertThat(gatehouse.gatehouse("admin-reset", "nobody-of-this-name").err())
                .contains("there is no active administrator 'nobody-of-this-name'");
    }

    @Test
    @Order(3)
    void whatNeedsAStoppedServerSaysSo() throws IOException {
        Path archive = Files.createTempFile("gatehouse", ".tar.gz");

        assertRefused(gatehouse.gatehouse("upgrade"), "stop it first");
        assertRefused(gatehouse.gatehouse("restore", archive.toString()), "stop it first");
        assertRefused(gatehouse.gatehouse("backup", archive.toString()), "exists already");
        assertRefused(gatehouse.gatehouse("backup"), "say where to");
        assertRefused(gatehouse.gatehouse("backup", archive + "/in-a-file.tar.gz"), "there is no folder");
    }

    @Test
    @Order(4)
    void aSuspendedServerIsNotReady() {
        manage(":suspend(suspend-timeout=60)");
        Program.Result suspended = gatehouse.gatehouse("status");
        manage(":resume");

        assertThat(suspended.code()).as(suspended.toString()).isEqualTo(1);
        assertThat(suspended.out()).contains("not ready: the server is suspended");
        Eventually.holds(() -> assertThat(gatehouse.gatehouse("status").code()).isZero());
    }

    @Test
    @Order(5)
    void stopEndsItAndStatusTellsByItsExitCode() {
        assertThat(gatehouse.gatehouse("status").code()).isZero();

        Program.Result stop = gatehouse.gatehouse("stop");
        assertThat(stop.code()).as(stop.toString()).isZero();
        assertThat(gatehouse.gatehouse("stop").out()).contains("not running");
        Program.Result status = gatehouse.gatehouse("status");
        assertThat(status.code()).isEqualTo(3);
        assertThat(status.out()).contains("not running on " + gatehouse.home());
        assertRefused(gatehouse.gatehouse("setup-link"), "start it first");
    }

    @Test
    @Order(6)
    void anUpgradeChecksTheSchemaAndMakesABackupFirst() throws IOException {
        Program.Result upgrade = gatehouse.gatehouse("upgrade");

        assertThat(upgrade.code()).as(upgrade.toString()).isZero();
        assertThat(upgrade.out()).contains("The schema is up to date.", "The master key is NOT in it");
        try (Stream<Path> backups = Files.list(file("backups"))) {
            assertThat(backups.map(path -> path.getFileName().toString()))
                    .anyMatch(name -> name.matches("before-upgrade-.*\\.tar\\.gz"));
        }
    }

    @Test
    @Order(7)
    void aHomeThatHoldsSomethingIsNotOverwritten() throws IOException {
        Path archive = Files.createTempDirectory("gatehouse").resolve("backup.tar.gz");
        assertThat(gatehouse.gatehouse("backup", archive.toString()).code()).isZero();

        assertRefused(gatehouse.gatehouse("restore", archive.toString()), "is not empty");
    }

    @Test
    @Order(8)
    void aMissingMasterKeyIsNeverReplaced() throws IOException {
        Path kept = Files.move(masterKey(), file("kept.key"));

        assertThat(gatehouse.failingStart()).contains("the master key is missing: put the one that belongs to this");
        assertThat(masterKey()).doesNotExist();

        Files.move(kept, masterKey());
    }

    @Test
    @Order(9)
    void aWrongOrReadableMasterKeyIsRefused() throws IOException {
        String right = Files.readString(masterKey());
        Files.writeString(masterKey(), "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        assertThat(gatehouse.failingStart())
                .contains("the master key is not the one")
                .doesNotContain("AAAA");

        Files.writeString(masterKey(), right);
        Files.setPosixFilePermissions(masterKey(), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(gatehouse.failingStart()).contains("chmod 600 " + masterKey());

        Files.setPosixFilePermissions(masterKey(), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    @Order(10)
    void afterAllThatItStartsAndKnowsItsPeople() {
        gatehouse.start();

        assertThat(signIn(NEW_PASSWORD)).isLessThan(300);
        gatehouse.close();
    }

    /** As a person ends it: the key goes to the script and to the server at once. */
    @Test
    @Order(11)
    void ctrlCInATerminalStopsItCleanly() {
        try (Conversation terminal = runInTerminal()) {
            terminal.expect("Ctrl-C stops it.");
            terminal.type("\u0003");

            assertThat(terminal.end()).as(terminal.shown()).isZero();
            assertThat(terminal.shown()).contains("Gatehouse has stopped.");
        }
        assertThat(gatehouse.gatehouse("status").code()).isEqualTo(3);
        assertThat(file("server/pid")).doesNotExist();
    }

    /** The key counts there also when the tests themselves run where it is ignored, in the background of a script. */
    private static Conversation runInTerminal() {
        String command = "exec env --default-signal=INT '" + RunningGatehouse.ROOT + "/gatehouse' run";
        Program run = Program.of("script", "-qefc", command, "/dev/null");
        gatehouse.settings().forEach(run::with);
        return run.converse();
    }

    /** Also before it is ready. */
    @Test
    @Order(12)
    void ctrlCWhileItStartsStopsItToo() {
        try (Conversation terminal = runInTerminal()) {
            terminal.expect("Starting on ");
            Eventually.holds(() -> assertThat(file("server/pid")).exists());
            terminal.type("\u0003");

            assertThat(terminal.end()).as(terminal.shown()).isZero();
            assertThat(terminal.shown()).contains("Gatehouse has stopped.").doesNotContain("the start failed");
        }
        assertThat(gatehouse.gatehouse("status").code()).isEqualTo(3);
    }

    @Test
    @Order(13)
    void aHomeOfANewerVersionIsRefused() {
        new StoppedH2(gatehouse.home())
                .ask(
                        "insert into gatehouse.flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)"
                                + " values (9999, '999.01', 'future', 'SQL', 'common/V999_01__future.sql', 1, 'gatehouse', 1, true)");

        Program.Result upgrade = gatehouse.gatehouse("upgrade");
        assertThat(upgrade.code()).as(upgrade.toString()).isEqualTo(1);
        assertThat(upgrade.err()).contains("made by a newer version", "V999_01__future.sql");
        assertThat(gatehouse.failingStart()).contains("made by another version of Gatehouse");
    }

    /** What an administrator of WildFly does on the server itself. */
    private static void manage(String operation) {
        Path client = RunningGatehouse.ROOT.resolve("wildfly-config/target/server/bin/jboss-cli.sh");
        String controller = "--controller=127.0.0.1:" + gatehouse.managementPort();
        // it waits for five seconds by itself, which a slow machine may take to begin
        Program.Result result = Program.of(client.toString(), "--connect", "--timeout=120000", controller, operation)
                .run();
        assertThat(result.code()).as(result.toString()).isZero();
    }

    /** Whether a link is good; uses nothing up. */
    private static HttpResponse<String> check(String purpose, String token) {
        return gatehouse.rest().send("POST", "authentication/" + purpose + "/check/", object("token", token));
    }

    private static int signIn(String password) {
        return gatehouse
                .rest()
                .send(
                        "POST",
                        "authentication/sign-in/",
                        object("username", RunningGatehouse.ADMIN, "password", password))
                .statusCode();
    }

    private static JsonObject administrator(String token) {
        return object("token", token, "username", "eve", "name", "Eve", "password", NEW_PASSWORD);
    }

    private static String token(String link) {
        return link.strip().substring(link.lastIndexOf('=') + 1);
    }

    private static void assertRefused(Program.Result result, String why) {
        assertThat(result.code()).as(result.toString()).isEqualTo(2);
        assertThat(result.err()).contains(why);
    }

    private static Path masterKey() {
        return file("keys/master.key");
    }

    private static Path file(String name) {
        return gatehouse.home().resolve(name);
    }
}
