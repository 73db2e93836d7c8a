package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a sign-in opened ends with it, at once; nobody reaches what is somebody else's. */
class SignInEndE2E {
    private static final String ASSET = "sign-in-end-target";
    private static final long SOON = 30;

    private static TestingSshServer target;
    private static RunningGatehouse gatehouse;
    private static Estate estate;
    private static String asset;

    @BeforeAll
    static void estate() {
        target = TestingSshServer.start();
        gatehouse = RunningGatehouse.shared();
        estate = new Estate(gatehouse);
        asset = estate.sshAsset(ASSET, target.port());
        estate.account(asset, TestingSshServer.USER, TestingSshServer.PASSWORD);
        person("erik");
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD)
                .ssh(login("erik"), "true")
                .run();
        estate.acceptHostKeys();
    }

    @AfterAll
    static void stop() {
        target.close();
    }

    @Test
    void signingOutEndsTheBrowsersShellAndFiles() throws Exception {
        person("emma");
        Rest emma = gatehouse.rest("emma", Estate.PASSWORD);
        SocketFrames shell = shell(emma);
        String files = files(emma);
        assertThat(files).isNotEmpty();

        emma.post("authentication/sign-out/", Json.createObjectBuilder().build());
        assertThat(shell.ended().get(SOON, TimeUnit.SECONDS)).contains("SIGN_IN_ENDED");
        assertThat(gatehouse
                        .rest("emma", Estate.PASSWORD)
                        .send("GET", "terminal/file-connections/" + files + "/entries/", null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void endingASignInHangsUpItsSshConnection() throws Exception {
        person("elias");
        CompletableFuture<Program.Result> idle = background("elias", "-N");
        CompletableFuture<Program.Result> busy =
                background("elias@" + TestingSshServer.USER + "@" + ASSET, "sleep 300");
        Rest elias = gatehouse.rest("elias", Estate.PASSWORD);
        eventually(() -> ownSshSignIns(elias) == 2 && liveSessions(elias) == 1);

        elias.post(
                "authentication/sign-ins/own/end-others/",
                Json.createObjectBuilder().build());
        assertThat(busy.get(SOON, TimeUnit.SECONDS).code()).isNotZero();
        assertThat(idle.get(SOON, TimeUnit.SECONDS).code()).isEqualTo(255);
        assertThat(elias.get("users/me/").getString("username")).isEqualTo("elias");
    }

    @Test
    void disablingAUserEndsEverythingOfTheirs() throws Exception {
        String id = person("edgar");
        Rest edgar = gatehouse.rest("edgar", Estate.PASSWORD);
        String token = edgar.post("users/me/tokens", object("name", "script")).getString("token");
        SocketFrames shell = shell(edgar);
        CompletableFuture<Program.Result> idle = background("edgar", "-N");
        eventually(() -> ownSshSignIns(edgar) == 1);

        active(id, false);
        assertThat(shell.ended().get(SOON, TimeUnit.SECONDS)).contains("SIGN_IN_ENDED");
        assertThat(idle.get(SOON, TimeUnit.SECONDS).code()).isEqualTo(255);
        assertThat(status(edgar)).isEqualTo(401);

        active(id, true);
        assertThat(status(gatehouse.rest().withToken(token)))
                .as("the token is gone")
                .isEqualTo(401);
    }

    @Test
    void aResetPasswordTakesTheTokensAway() {
        String id = person("emil");
        Rest emil = gatehouse.rest("emil", Estate.PASSWORD);
        String token = emil.post("users/me/tokens", object("name", "script")).getString("token");
        Rest script = gatehouse.rest().withToken(token);
        assertThat(status(script)).isEqualTo(200);

        gatehouse.admin().patch("users/users/" + id + "/", object("password", "Green-Ladder-17-Cloud"));
        assertThat(status(script)).isEqualTo(401);
        assertThat(status(emil)).isEqualTo(401);
    }

    @Test
    void aPersonWhoExpiresIsOutAtThatMoment() throws Exception {
        String id = person("erna");
        Rest erna = gatehouse.rest("erna", Estate.PASSWORD);
        SocketFrames shell = shell(erna);

        gatehouse
                .admin()
                .patch(
                        "users/users/" + id + "/",
                        object("expiresAt", Instant.now().plusSeconds(3).toString()));
        assertThat(shell.ended().get(SOON, TimeUnit.SECONDS)).contains("PERMISSION_ENDED");
        eventually(() -> status(erna) == 401);
    }

    @Test
    void movingTheAssetEndsWhatThePlaceAllowed() throws Exception {
        Rest admin = gatehouse.admin();
        String allowed = admin.post("assets/nodes/", object("name", "Allowed")).getString("id");
        String other = admin.post("assets/nodes/", object("name", "Other")).getString("id");
        String moved = estate.sshAsset("moved-target", target.port());
        estate.account(moved, TestingSshServer.USER, TestingSshServer.PASSWORD);
        admin.patch("assets/assets/" + moved + "/", nodes(allowed));
        String user = estate.user("ewald");
        admin.post(
                "perms/asset-permissions",
                Json.createObjectBuilder(object("name", "by place"))
                        .add("users", Json.createArrayBuilder().add(user))
                        .add("nodes", Json.createArrayBuilder().add(allowed))
                        .add("accounts", Json.createArrayBuilder().add(TestingSshServer.USER))
                        .build());
        String login = "ewald@" + TestingSshServer.USER + "@moved-target";
        new SshClient(gatehouse.sshPort(), Estate.PASSWORD).ssh(login, "true").run();
        estate.acceptHostKeys();
        CompletableFuture<Program.Result> busy = background(login, "sleep 300");
        Rest ewald = gatehouse.rest("ewald", Estate.PASSWORD);
        eventually(() -> liveSessions(ewald) == 1);

        admin.patch("assets/assets/" + moved + "/", nodes(other));
        assertThat(busy.get(SOON, TimeUnit.SECONDS).code()).isNotZero();
    }

    @Test
    void nobodyReachesWhatIsSomebodyElses() {
        person("elsa");
        person("egon");
        Rest elsa = gatehouse.rest("elsa", Estate.PASSWORD);
        Rest egon = gatehouse.rest("egon", Estate.PASSWORD);
        JsonObject token = elsa.post("authentication/connection-token", wanted());
        String files = files(elsa);
        shell(elsa);
        String session = elsa.get("terminal/sessions?limit=1&order=-startedAt")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");

        for (String path : List.of(
                "authentication/connection-token/" + token.getString("id") + "/",
                "terminal/sessions/" + session + "/",
                "terminal/sessions/" + session + "/replay/",
                "terminal/file-connections/" + files + "/entries/",
                "terminal/file-connections/" + files + "/content/?path=/etc/passwd")) {
            assertThat(egon.send("GET", path, null).statusCode()).as(path).isIn(401, 403, 404);
        }
        assertThat(egon.send("POST", "terminal/sessions/" + session + "/terminate/", object("message", "x"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(egon.get("terminal/sessions").getInt("total")).isZero();
        assertThat(SocketFrames.open(egon, token.getString("value")).ended().join())
                .contains("TOKEN_REFUSED");
        assertThat(SocketFrames.refused(egon, "ws/watch/" + session)).isTrue();
    }

    private static String person(String name) {
        String id = estate.user(name);
        estate.permit(id, asset, TestingSshServer.USER, "CONNECT", "UPLOAD", "DOWNLOAD");
        return id;
    }

    private static String login(String name) {
        return name + "@" + TestingSshServer.USER + "@" + ASSET;
    }

    private static JsonObject wanted() {
        return object("asset", asset, "account", TestingSshServer.USER, "protocol", "ssh");
    }

    private static SocketFrames shell(Rest person) {
        String value = person.post("authentication/connection-token", wanted()).getString("value");
        SocketFrames terminal = SocketFrames.open(person, value);
        terminal.opened().orTimeout(SOON, TimeUnit.SECONDS).join();
        return terminal;
    }

    private static String files(Rest person) {
        return person.post("terminal/file-connections", object("asset", asset, "account", TestingSshServer.USER))
                .getString("id");
    }

    private static CompletableFuture<Program.Result> background(String login, String... command) {
        SshClient client = new SshClient(gatehouse.sshPort(), Estate.PASSWORD);
        Program program = command[0].equals("-N") ? client.forwardingOnly(login) : client.ssh(login, command);
        return CompletableFuture.supplyAsync(
                () -> program.atMost(Duration.ofMinutes(2)).run());
    }

    private static long ownSshSignIns(Rest person) {
        return person.array("authentication/sign-ins/own/").getValuesAs(JsonObject.class).stream()
                .filter(signIn -> signIn.getString("channel").equals("ssh"))
                .count();
    }

    private static long liveSessions(Rest person) {
        return person.get("terminal/sessions").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(session -> !session.containsKey("endedAt"))
                .count();
    }

    private static void active(String user, boolean wanted) {
        gatehouse
                .admin()
                .patch(
                        "users/users/" + user + "/",
                        Json.createObjectBuilder().add("active", wanted).build());
    }

    private static JsonObject nodes(String id) {
        return Json.createObjectBuilder()
                .add("nodes", Json.createArrayBuilder().add(id))
                .build();
    }

    private static int status(Rest person) {
        return person.send("GET", "users/me/", null).statusCode();
    }

    /** Asks again until it is so. */
    private static void eventually(BooleanSupplier state)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture.runAsync(() -> {
                    while (!state.getAsBoolean()) {
                        Thread.onSpinWait();
                    }
                })
                .get(SOON, TimeUnit.SECONDS);
    }
}
