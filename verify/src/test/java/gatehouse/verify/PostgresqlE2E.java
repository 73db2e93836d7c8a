package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same product on a real PostgreSQL: what differs between the databases shows here. */
class PostgresqlE2E {
    private static final String LOGIN = "petra@" + TestingSshServer.USER + "@target-on-postgresql";
    private static TestingPostgresql database;
    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static SshClient petra;

    @BeforeAll
    static void estate() {
        database = TestingPostgresql.start();
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.start(database.settings("gatehouse"));
        gatehouse.setUpFirstAdministrator();
        Estate estate = new Estate(gatehouse);
        String asset = estate.sshAsset("target-on-postgresql", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        estate.permit(estate.user("petra"), asset, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
        petra = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        petra.ssh(LOGIN, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        gatehouse.close();
        target.close();
        database.close();
    }

    @Test
    void everyMigrationRanThere() {
        assertThat(database.ask("gatehouse", "select count(*) from gatehouse.flyway_schema_history where not success"))
                .isEqualTo("0");
        assertThat(database.ask("gatehouse", "select username from gatehouse.identity_user where username = 'admin'"))
                .isEqualTo(RunningGatehouse.ADMIN);
    }

    @Test
    void aSessionIsRecordedSearchedAndReplayed() {
        Program.Result result = petra.terminal(LOGIN)
                .typing("echo on-postgresql-$((6 * 7))\nexit 5\n")
                .run();

        assertThat(result.code()).as(result.toString()).isEqualTo(5);
        Rest admin = gatehouse.admin();
        SessionLog sessions = new SessionLog(admin);
        JsonObject session = sessions.lastEnded("petra");
        assertThat(session.getString("result")).isEqualTo("finished");
        assertThat(sessions.replay(session)).contains("on-postgresql-42");
        Eventually.holds(() -> assertThat(admin.get("terminal/commands?search=on-postgresql")
                        .getJsonArray("items")
                        .toString())
                .contains("echo on-postgresql"));
    }

    /** Whatever the session's row says. */
    @Test
    void aRecordingIsWholeOnlyAsTheAuditLogWasTold() throws IOException {
        petra.terminal(LOGIN).typing("echo before-the-cut\nexit\n").run();
        Rest admin = gatehouse.admin();
        String id = admin.get("terminal/sessions?limit=1&order=-startedAt&search=target-on-postgresql")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        Eventually.holds(() -> assertThat(verified(admin, id)).contains("\"sealed\":true"));

        Path file = recording(id);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));
        database.ask("gatehouse", "update gatehouse.session_session set recording_hash = null where id = '" + id + "'");
        assertThat(admin.send("GET", "terminal/sessions/" + id + "/replay/", null)
                        .body())
                .contains("RECORDING_DAMAGED");
        assertThat(verified(admin, id)).contains("\"sealed\":false", "chunk");
    }

    private static String verified(Rest admin, String id) {
        return admin.send("POST", "terminal/sessions/" + id + "/replay/verify/", null)
                .body();
    }

    private static Path recording(String id) throws IOException {
        try (Stream<Path> files = Files.walk(gatehouse.home().resolve("recordings"))) {
            return files.filter(file -> file.getFileName().toString().equals(id + ".ghr"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void filesTravelAndAreLogged() {
        Program.Result result = petra.sftp(LOGIN)
                .typing("put /etc/hostname through-postgresql\nls through-postgresql\n")
                .run();

        assertThat(result.out()).as(result.toString()).contains("through-postgresql");
        Eventually.holds(() -> assertThat(gatehouse
                        .admin()
                        .get("terminal/transfers?search=through-postgresql")
                        .getJsonArray("items"))
                .isNotEmpty());
    }

    /** Every pattern that every protocol has, as long as it may be, of characters that take the most room. */
    @Test
    void aPlatformHoldsItsLongestPatterns() {
        Rest admin = gatehouse.admin();
        JsonArrayBuilder protocols = Json.createArrayBuilder();
        for (JsonObject protocol :
                admin.get("assets/protocols").getJsonArray("items").getValuesAs(JsonObject.class)) {
            JsonObjectBuilder settings = Json.createObjectBuilder();
            protocol.getJsonArray("settings").getValuesAs(JsonObject.class).stream()
                    .filter(setting -> setting.getString("type").equals("PATTERN"))
                    .forEach(setting -> settings.add(setting.getString("key"), "密".repeat(300)));
            protocols.add(Json.createObjectBuilder()
                    .add("name", protocol.getString("name"))
                    .add("port", protocol.getInt("port"))
                    .add("settings", settings));
        }
        JsonObject platform = Json.createObjectBuilder()
                .add("name", "patterns-on-postgresql")
                .add("category", "DEVICE")
                .add("type", "general")
                .add("protocols", protocols)
                .build();

        String id = admin.post("assets/platforms", platform).getString("id");
        assertThat(admin.get("assets/platforms/" + id).getJsonArray("protocols").toString())
                .contains("\"username_question\":\"" + "密".repeat(300));
    }

    /** Each list joins, sorts and searches in its own way. */
    @Test
    void everyListAnswersWithSearchAndPages() {
        Rest admin = gatehouse.admin();

        for (String list : Interface.lists()) {
            var answer = admin.send("GET", list + "?limit=5&offset=1&search=T%25_e", null);
            assertThat(answer.statusCode()).as(list + " " + answer.body()).isEqualTo(200);
        }
    }

    /** PostgreSQL keeps no NUL and finds none. */
    @Test
    void textThatItDoesNotTakeIsRefusedLikeAnyOther() {
        Rest admin = gatehouse.admin();
        Rest stranger = gatehouse.rest();

        var signIn = stranger.send(
                "POST", "authentication/sign-in/", Rest.object("username", "nul\u0000", "password", "guess"));
        assertThat(signIn.statusCode()).as(signIn.body()).isEqualTo(401);
        Eventually.holds(() -> assertThat(
                        admin.get("audits/events?limit=5&type=sign-in.refused").toString())
                .contains("nul\\\\u{0}"));
        var search = admin.send("GET", "users/users/?search=a%00", null);
        assertThat(search.statusCode()).as(search.body()).isEqualTo(400);
    }

    /** {@code scp -f} with a client of one's own, whose last answer is a complaint of one NUL. */
    @Test
    void noAnswerOfAClientKeepsAFileOutOfTheLog() throws IOException {
        String content = Files.readString(Path.of("/etc/hostname"), StandardCharsets.ISO_8859_1);
        try (Conversation scp = petra.ssh(LOGIN, "scp", "-f", "/etc/hostname").converse()) {
            scp.type("\0");
            scp.expect("hostname\n");
            scp.type("\0");
            scp.expect(content + "\0");
            scp.type("\u0001\0\n");
            scp.end();
        }

        Rest admin = gatehouse.admin();
        JsonObject line = new TransferLog(admin)
                .require(
                        "read",
                        "/etc/hostname",
                        seen -> seen.getString("detail").equals("␀"));
        Eventually.holds(
                () -> assertThat(admin.get("audits/events?type=transfer.recorded&search=" + line.getString("id"))
                                .getJsonArray("items"))
                        .hasSize(1));
    }

    @Test
    void noMessageKeepsASessionFromItsEnd() {
        try (Conversation shell = petra.terminal(LOGIN).converse()) {
            shell.type("echo here-$((6 * 7))\n");
            shell.expect("here-42");
            Rest admin = gatehouse.admin();
            String id = admin.get("terminal/sessions?limit=1&order=-startedAt&search=petra")
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("id");
            String path = "terminal/sessions/" + id + "/terminate/";

            var refused = admin.send("POST", path, Rest.object("message", "\u0000"));
            var done = admin.send("POST", path, Rest.object("message", "two\nlines é"));

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("\"message\"");
            assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
            shell.end();
            assertThat(new SessionLog(admin).lastEnded("petra").getString("id")).isEqualTo(id);
            Eventually.holds(() -> assertThat(admin.get("audits/events?type=session.ended&search=" + id)
                            .getJsonArray("items"))
                    .hasSize(1));
        }
    }

    @Test
    void itComesBackAfterARestartAndAfterItsBackupWasRestoredElsewhere() throws IOException {
        Path archive = backup();

        database.create("restored");
        RunningGatehouse second = besideTheMasterKey("restored");
        Program.Result restored = second.gatehouse("restore", archive.toString());
        assertThat(restored.code()).as(restored.toString()).isZero();
        second.start();
        try (second) {
            assertThat(second.rest("petra", Estate.PASSWORD).get("users/me").getString("username"))
                    .isEqualTo("petra");
        }

        gatehouse.close();
        gatehouse.start();
        assertThat(petra.ssh(LOGIN, "echo back").run().out()).isEqualTo("back\n");
    }

    @Test
    void aDatabaseThatHoldsAGatehouseIsNotOverwritten() throws IOException {
        Path archive = backup();
        RunningGatehouse second = besideTheMasterKey("gatehouse");

        Program.Result refused = second.gatehouse("restore", archive.toString());

        assertThat(refused.code()).as(refused.toString()).isEqualTo(2);
        assertThat(refused.err())
                .contains("/gatehouse holds a Gatehouse already; restore into an empty database, or remove it first:"
                        + " DROP SCHEMA gatehouse CASCADE");
        assertThat(second.home().resolve("database")).doesNotExist();
        assertThat(petra.ssh(LOGIN, "echo kept").run().out()).isEqualTo("kept\n");
    }

    private static Path backup() throws IOException {
        Path archive = Files.createTempDirectory("gatehouse-postgresql-backup").resolve("backup.tar.gz");
        Program.Result backup = gatehouse.gatehouse("backup", archive.toString());
        assertThat(backup.code()).as(backup.toString()).isZero();
        return archive;
    }

    /** A home with nothing but the master key, on a database of this name. */
    private static RunningGatehouse besideTheMasterKey(String name) throws IOException {
        RunningGatehouse second = RunningGatehouse.prepare(database.settings(name));
        Files.createDirectories(second.home().resolve("keys"));
        Files.copy(gatehouse.home().resolve("keys/master.key"), second.home().resolve("keys/master.key"));
        return second;
    }
}
