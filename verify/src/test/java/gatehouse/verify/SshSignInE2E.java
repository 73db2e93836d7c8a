package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way to sign in with the ordinary {@code ssh} client, and those who only knock. */
class SshSignInE2E {
    private static final String AT = "@" + TestingSshServer.USER + "@sign-in-target";

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static Estate estate;
    private static String asset;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        asset = estate.sshAsset("sign-in-target", target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        permitted("sina");
        client().ssh("sina" + AT, "true").run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    private static void permitted(String username) {
        estate.permit(estate.user(username), asset, TestingSshServer.USER, "CONNECT");
    }

    private static SshClient client() {
        return new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
    }

    private static JsonObject token(String username) {
        return gatehouse
                .rest(username, Estate.PASSWORD)
                .post(
                        "authentication/connection-token",
                        Rest.object("asset", asset, "account", TestingSshServer.USER, "protocol", "ssh"));
    }

    private static Program byToken(String id, String value) {
        return new SshClient(gatehouse.sshPort(), value).ssh("JMS-" + id, "echo signed in");
    }

    @Test
    void aTokenSignsInOnce() {
        JsonObject token = token("sina");

        Program.Result first =
                byToken(token.getString("id"), token.getString("value")).run();
        Program.Result again =
                byToken(token.getString("id"), token.getString("value")).run();

        assertThat(first.out()).as(first.toString()).isEqualTo("signed in\n");
        assertThat(again.code()).isEqualTo(255);
        assertThat(again.out()).isEmpty();
    }

    @Test
    void aTokenIsNotOpenedByTheValueOfAnother() {
        permitted("otto");
        JsonObject hers = token("sina");
        JsonObject his = token("otto");

        assertThat(byToken(hers.getString("id"), his.getString("value")).run().code())
                .isEqualTo(255);
        assertThat(byToken(hers.getString("id"), hers.getString("value")).run().out())
                .isEqualTo("signed in\n");
    }

    /** Only its owner may look at a token or end it. */
    @Test
    void aTokenOfAnotherUserLooksLikeNone() {
        permitted("olga");
        String id = token("sina").getString("id");
        Rest olga = gatehouse.rest("olga", Estate.PASSWORD);

        int another =
                olga.send("GET", "authentication/connection-token/" + id, null).statusCode();
        int none = olga.send("GET", "authentication/connection-token/00000000-0000-7000-8000-000000000000", null)
                .statusCode();

        assertThat(another).isEqualTo(none).isGreaterThanOrEqualTo(400);
    }

    private static SshClient key(Path key) {
        return new SshClient(gatehouse.sshPort(), "no password")
                .options(
                        "-i",
                        key.toString(),
                        "-o",
                        "PubkeyAuthentication=yes",
                        "-o",
                        "PreferredAuthentications=publickey",
                        "-o",
                        "IdentitiesOnly=yes");
    }

    @Test
    void aPublicKeySignsInOnceItIsTheirs() throws IOException {
        permitted("kira");
        Path key = target.clientKey();
        assertThat(key(key).ssh("kira" + AT, "true").run().code()).isEqualTo(255);
        gatehouse
                .rest("kira", Estate.PASSWORD)
                .post("users/me/ssh-keys/", Rest.object("publicKey", Files.readString(Path.of(key + ".pub"))));

        Program.Result result = key(key).ssh("kira" + AT, "echo by key").run();

        assertThat(result.out()).as(result.toString()).isEqualTo("by key\n");
    }

    @Test
    void aSecondFactorIsAskedForAndTheCodeHasToBeRight() throws Exception {
        permitted("theo");
        Rest theo = gatehouse.rest("theo", Estate.PASSWORD);
        long confirmed = OneTimeCode.step();
        String secret = OneTimeCode.enrol(theo, confirmed);

        Program.Result without = client().ssh("theo" + AT, "echo in").run();
        Program.Result wrong = SshClient.withCode(gatehouse.sshPort(), Estate.PASSWORD, "000000")
                .ssh("theo" + AT, "echo in")
                .run();
        OneTimeCode.awaitStepAfter(confirmed);
        Program.Result right = SshClient.withCode(
                        gatehouse.sshPort(), Estate.PASSWORD, OneTimeCode.of(secret, OneTimeCode.step()))
                .ssh("theo" + AT, "echo in")
                .run();

        assertThat(without.code()).isEqualTo(255);
        assertThat(wrong.code()).isEqualTo(255);
        assertThat(right.out()).as(right.toString()).isEqualTo("in\n");
    }

    @Test
    void anUnknownUserLooksLikeAKnownOne() {
        SshClient wrong = new SshClient(gatehouse.sshPort(), "not-the-password");
        Program.Result known = wrong.ssh("sina" + AT, "true").run();
        Program.Result unknown = wrong.ssh("nobody-of-that-name" + AT, "true").run();

        assertThat(unknown.code()).isEqualTo(known.code()).isEqualTo(255);
        assertThat(unknown.err().replace("nobody-of-that-name", "sina")).isEqualTo(known.err());
        client().ssh("sina" + AT, "true").run();
    }

    @Test
    void twoHundredSignInsAtOnceAllSucceed() throws Exception {
        permitted("many");
        Path key = target.clientKey();
        String line = Files.readString(Path.of(key + ".pub"));
        gatehouse.rest("many", Estate.PASSWORD).post("users/me/ssh-keys/", Rest.object("publicKey", line));
        List<Future<Program.Result>> running = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                Program ssh = key(key).ssh("many", "true").atMost(Duration.ofMinutes(5));
                running.add(threads.submit(ssh::run));
            }
        }
        for (Future<Program.Result> ended : running) {
            // whoever names no asset is told so after the sign-in
            assertThat(ended.get().err()).contains("DESTINATION_WANTED");
        }
    }

    @Test
    void whoOnlyKnocksDisturbsNobodyAndFillsNoLog() throws IOException {
        Path log = gatehouse.home().resolve("logs/server.log");
        long before = Files.size(log);
        Random random = new Random(7);
        for (int i = 0; i < 100; i++) {
            knock(random, i);
        }

        Program.Result result = client().ssh("sina" + AT, "echo still here").run();

        assertThat(result.out()).as(result.toString()).isEqualTo("still here\n");
        byte[] all = Files.readAllBytes(log);
        String since = new String(all, (int) before, all.length - (int) before, StandardCharsets.UTF_8);
        assertThat(since).doesNotContain("sshd").doesNotContain("ServerWire").doesNotContain("IJ000");
    }

    /** A scanner: connects and leaves, says nothing of sense, or speaks another protocol. */
    private static void knock(Random random, int round) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gatehouse.sshPort())) {
            byte[] garbage = new byte[random.nextInt(2_000)];
            random.nextBytes(garbage);
            switch (round % 4) {
                case 0 -> socket.shutdownOutput();
                case 1 -> socket.getOutputStream().write(garbage);
                case 2 -> socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                default -> {
                    socket.getOutputStream().write("SSH-2.0-scan\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().write(garbage);
                }
            }
        } catch (java.net.SocketException hungUp) {
            // the server was faster
        }
    }

    @Test
    void aClientThatIsKilledLeavesAnEndedAndRecordedSession() throws Exception {
        permitted("karl");
        Process ssh = client().terminal("karl" + AT).start();
        Rest admin = gatehouse.admin();
        String id = awaitSession(admin, "live").getString("id");
        ssh.destroyForcibly().waitFor();

        JsonObject ended = awaitSession(admin, "ended");

        assertThat(ended.getString("id")).isEqualTo(id);
        assertThat(ended.getString("result")).isEqualTo("client-closed");
        assertThat(ended.getBoolean("recorded")).isTrue();
    }

    /** Recorded: the target has accepted the account. */
    private static JsonObject awaitSession(Rest admin, String state) {
        return Eventually.found(
                () -> admin
                        .get("terminal/sessions?limit=100&search=karl")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(session -> session.getString("state").equals(state) && session.getBoolean("recorded"))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no session became " + state)));
    }
}
