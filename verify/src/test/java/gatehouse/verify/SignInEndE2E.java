package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a sign-in opened ends with it, at once; nobody reaches what is somebody else's. */
class SignInEndE2E {
    private static final String ASSET = "sign-in-end-target";
    private static final long SOON = 180;

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
        String files = Estate.fileConnection(emma, asset);
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
    void signingOutTakesTheConnectionTokensAway() {
        person("edda");
        Rest edda = gatehouse.rest("edda", Estate.PASSWORD);
        JsonObject once = edda.post("authentication/connection-token", wanted());
        JsonObject often = edda.post("authentication/connection-token", reusable());
        assertThat(byToken(often, "echo in").out()).isEqualTo("in\n");

        edda.post("authentication/sign-out/", Json.createObjectBuilder().build());
        assertThat(byToken(once, "echo in").code()).isEqualTo(255);
        assertThat(byToken(often, "echo in").code()).isEqualTo(255);
        Rest again = gatehouse.rest("edda", Estate.PASSWORD);
        assertThat(SocketFrames.open(again, once.getString("value")).ended().join())
                .contains("TOKEN_REFUSED");
    }

    @Test
    void signingOutEndsWhatATokenOpened() throws Exception {
        assertHungUp(
                "enno",
                (enno, _) -> enno.post(
                        "authentication/sign-out/", Json.createObjectBuilder().build()));
    }

    @Test
    void aTokenThatWorksForADayWantsAFreshProof() {
        person("eric");
        String bearer = gatehouse
                .rest("eric", Estate.PASSWORD)
                .post("users/me/tokens", object("name", "script"))
                .getString("token");
        Rest script = gatehouse.rest().withToken(bearer);
        HttpResponse<String> refused = script.send("POST", "authentication/connection-token", reusable());
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("STEP_UP_REQUIRED");
        script.post("authentication/connection-token", wanted());

        script.post("authentication/step-up/", object("password", Estate.PASSWORD));
        assertThat(script.post("authentication/connection-token", reusable()).getBoolean("reusable"))
                .isTrue();
    }

    @Test
    void aChangedPasswordEndsAConnectionThatATokenOpenedAlsoWhenNothingRunsOnIt() throws Exception {
        assertHungUp(
                "elke",
                (elke, _) -> elke.post(
                        "users/me/password/",
                        object("oldPassword", Estate.PASSWORD, "newPassword", "Green-Ladder-17-Cloud")));
    }

    /** R10.9 of access */
    @Test
    void aPasswordThatWasProvedBeforeItChangedLeadsNoFurther() throws Exception {
        String id = estate.user("elfie");
        Rest elfie = gatehouse.rest("elfie", Estate.PASSWORD);
        long confirmed = OneTimeCode.step();
        String secret = OneTimeCode.enrol(elfie, confirmed);
        Rest thief = gatehouse.rest("elfie", Estate.PASSWORD);

        gatehouse.admin().patch("users/users/" + id, object("password", "Green-Ladder-17-Cloud"));
        OneTimeCode.awaitStepAfter(confirmed);
        HttpResponse<String> answer =
                thief.send("POST", "authentication/totp/", object("code", OneTimeCode.of(secret, OneTimeCode.step())));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("Begin with the password again");
    }

    @Test
    void aTokenThatIsTakenBackEndsWhatItOpened() throws Exception {
        assertHungUp(
                "edgar",
                (edgar, token) ->
                        edgar.patch("authentication/connection-token/" + token.getString("id") + "/expire", null));
    }

    /** @param end of the person's sign-in or of the token that they opened a connection with */
    private static void assertHungUp(String name, BiConsumer<Rest, JsonObject> end) throws Exception {
        person(name);
        Rest person = gatehouse.rest(name, Estate.PASSWORD);
        JsonObject token = person.post("authentication/connection-token", wanted());
        try (SharedConnection shared = SharedConnection.open(gatehouse, token)) {
            assertThat(shared.ssh("echo in").out()).isEqualTo("in\n");

            end.accept(person, token);
            shared.awaitEnd();
            assertThat(shared.ssh("echo in").code()).isEqualTo(255);
        }
    }

    @Test
    void whoeverLosesTheRightToWatchIsSentAway() throws Exception {
        person("ella");
        String id = person("edwin");
        Rest ella = gatehouse.rest("ella", Estate.PASSWORD);
        shell(ella);
        estate.role(id, "AUDITOR");
        SocketFrames screen = SocketFrames.watch(gatehouse.rest("edwin", Estate.PASSWORD), session(ella));
        screen.opened().orTimeout(SOON, TimeUnit.SECONDS).join();

        estate.role(id, "USER");
        assertThat(screen.ended().get(SOON, TimeUnit.SECONDS)).contains("may not watch");
    }

    @Test
    void nobodyReachesWhatIsSomebodyElses() {
        person("elsa");
        person("egon");
        Rest elsa = gatehouse.rest("elsa", Estate.PASSWORD);
        Rest egon = gatehouse.rest("egon", Estate.PASSWORD);
        JsonObject token = elsa.post("authentication/connection-token", wanted());
        String files = Estate.fileConnection(elsa, asset);
        shell(elsa);
        String session = session(elsa);

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

    /** The latest of one's own. */
    private static String session(Rest person) {
        return person.get("terminal/sessions?limit=1&order=-startedAt")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private static String login(String name) {
        return name + "@" + TestingSshServer.USER + "@" + ASSET;
    }

    private static JsonObject wanted() {
        return object("asset", asset, "account", TestingSshServer.USER, "protocol", "ssh");
    }

    private static JsonObject reusable() {
        return Json.createObjectBuilder(wanted()).add("reusable", true).build();
    }

    private static Program.Result byToken(JsonObject token, String command) {
        return new SshClient(gatehouse.sshPort(), token.getString("value"))
                .ssh("JMS-" + token.getString("id"), command)
                .run();
    }

    private static SocketFrames shell(Rest person) {
        String value = person.post("authentication/connection-token", wanted()).getString("value");
        SocketFrames terminal = SocketFrames.open(person, value);
        terminal.opened().orTimeout(SOON, TimeUnit.SECONDS).join();
        return terminal;
    }

    private static int status(Rest person) {
        return person.send("GET", "users/me/", null).statusCode();
    }
}
