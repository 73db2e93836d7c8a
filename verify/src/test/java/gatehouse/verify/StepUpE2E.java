package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a thief of a session or token must not do wants a fresh proof of who asks, and what a first password does not allow. */
class StepUpE2E {
    private static final String PUBLIC_KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJBx8R8+JD8KFzxIDS4Q1Cv9VQhq7jZw7Wb0vYhVQF7o nelly@laptop";

    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void users() {
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        estate.user("steven");
    }

    @Test
    void aTokenProvesWhoItIsByThePasswordOnly() {
        String token = gatehouse
                .rest("steven", Estate.PASSWORD)
                .post("users/me/tokens", object("name", "script"))
                .getString("token");
        Rest script = gatehouse.rest().withToken(token);
        assertStepUp(script.send("POST", "users/me/tokens", object("name", "another")));
        assertThat(script.get("authentication/step-up/").getBoolean("fresh")).isFalse();

        assertThat(script.send("POST", "authentication/step-up/", object("password", "guess"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(script.post("authentication/step-up/", object("password", Estate.PASSWORD))
                        .getBoolean("fresh"))
                .isTrue();
        assertThat(script.post("users/me/tokens", object("name", "another")).getString("token"))
                .isNotEmpty();
    }

    /** R6.7, and what would give a thief access that lasts. */
    @Test
    void whatLeadsSecretsElsewhereWantsAFreshProof() {
        Estate estate = new Estate(gatehouse);
        String plain = estate.sshAsset("without-secrets", 22);
        String asset = estate.sshAsset("with-secrets", 22);
        estate.account(asset, "root", "not-for-thieves");
        String zone = gatehouse
                .admin()
                .post("assets/zones", object("name", "step-up"))
                .getString("id");
        String group = gatehouse
                .admin()
                .post("users/groups", object("name", "step-up"))
                .getString("id");
        String steven = idOf("steven");
        String admin = idOf(RunningGatehouse.ADMIN);
        String token = gatehouse
                .admin()
                .post("users/me/tokens", object("name", "stolen"))
                .getString("token");
        Rest script = gatehouse.rest().withToken(token);
        String other = "{\"address\": \"192.0.2.66\"}";
        List<Supplier<HttpResponse<String>>> acts = List.of(
                () -> script.sendText("PATCH", "assets/assets/" + asset, other),
                () -> script.sendText(
                        "PATCH",
                        "assets/assets/" + asset,
                        "{\"protocols\": [{\"protocol\": \"ssh\", \"port\": 2022}]}"),
                () -> script.sendText("PATCH", "assets/assets/" + asset, "{\"zone\": \"" + zone + "\"}"),
                () -> script.send("POST", "assets/gateways", object("zone", zone, "asset", plain)),
                () -> script.sendText("PUT", "settings/settings/host-keys/", "{}"),
                () -> script.sendText("POST", "perms/asset-permissions", permission("mine", admin, asset)),
                () -> script.sendText("PATCH", "users/groups/" + group + "/", "{\"users\": [\"" + admin + "\"]}"));

        acts.forEach(act -> assertStepUp(act.get()));
        assertStepUp(script.send("POST", "assets/host-keys/" + group + "/accept/", null));
        assertThat(script.sendText("PATCH", "assets/assets/" + asset, "{\"comment\": \"in the cellar\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(script.sendText("PATCH", "assets/assets/" + plain, other).statusCode())
                .isEqualTo(200);
        assertThat(script.sendText("POST", "perms/asset-permissions", permission("theirs", steven, asset))
                        .statusCode())
                .isEqualTo(201);

        script.post("authentication/step-up/", object("password", RunningGatehouse.ADMIN_PASSWORD));
        acts.forEach(act -> assertDone(act.get()));
        assertThat(script.send("POST", "assets/host-keys/" + group + "/accept/", null)
                        .statusCode())
                .isEqualTo(404);
    }

    /** R4.6: a user of one's own, another name and another end are access that outlasts the stolen sign-in. */
    @Test
    void whatLetsSomebodyInForLongerWantsAFreshProof() {
        Rest script = stolen("sonia");
        String own = "users/users/" + idOf("sonia") + "/";
        gatehouse.admin().patch(own, object("expiresAt", "2098-01-01T00:00:00Z"));

        List<Supplier<HttpResponse<String>>> acts = List.of(
                () -> script.sendText("POST", "users/users", user("sonias-friend", Estate.FIRST_PASSWORD)),
                () -> script.sendText("PATCH", own, "{\"expiresAt\": \"2099-01-01T00:00:00Z\"}"),
                () -> script.sendText("PATCH", own, "{\"neverExpires\": true}"),
                () -> script.sendText("PATCH", own, "{\"username\": \"root\"}"));
        acts.forEach(act -> assertStepUp(act.get()));
        assertDone(script.sendText("POST", "users/users", user("sonias-other-friend", "")));
        assertDone(script.sendText("PATCH", own, "{\"email\": \"sonia@bank.example\", \"username\": \"sonia\"}"));
        assertDone(script.sendText(
                "PATCH", "users/users/" + idOf("sonias-other-friend") + "/", "{\"username\": \"sonias-renamed\"}"));

        prove(script);
        acts.forEach(act -> assertDone(act.get()));
    }

    /** R8.2: an exclusion binds what other permissions give. */
    @Test
    void takingAnExclusionFromOneselfWantsAFreshProof() {
        Estate estate = new Estate(gatehouse);
        Rest script = stolen("sybil");
        String sybil = idOf("sybil");
        String asset = estate.sshAsset("step-up-excluded", 22);
        String other = estate.sshAsset("step-up-given", 22);
        String excluded = "perms/asset-permissions/" + estate.permit(sybil, asset, "!root", "CONNECT") + "/";
        String given = "perms/asset-permissions/" + estate.permit(sybil, other, "@ALL", "CONNECT") + "/";
        String group = "users/groups/" + groupOf("step-up left", sybil) + "/";
        String deleted = "users/groups/" + groupOf("step-up deleted", sybil) + "/";
        String others = "users/groups/" + groupOf("step-up others", idOf("steven")) + "/";

        List<Supplier<HttpResponse<String>>> acts = List.of(
                () -> script.sendText("PATCH", excluded, "{\"users\": [\"" + idOf("steven") + "\"]}"),
                () -> script.send("DELETE", excluded, null),
                () -> script.sendText("PATCH", group, "{\"users\": []}"),
                () -> script.send("DELETE", deleted, null),
                () -> script.sendText("PATCH", "users/users/" + sybil + "/", "{\"groups\": []}"));
        acts.forEach(act -> assertStepUp(act.get()));
        assertDone(script.send("DELETE", given, null));
        assertDone(script.sendText("PATCH", others, "{\"users\": []}"));
        assertDone(script.send("DELETE", others, null));

        prove(script);
        acts.forEach(act -> assertDone(act.get()));
    }

    /** R6.7, R7.4: who can show a prompt is told the password. */
    @Test
    void whereAndHowAStoredPasswordIsTypedWantsAFreshProof() {
        Estate estate = new Estate(gatehouse);
        Rest script = stolen("sigrid");
        String asset = estate.asset("step-up-switching", "Linux", "", Map.of("ssh", 22));
        String root = "accounts/accounts/" + estate.account(asset, "root", "not-for-thieves") + "/";
        String deploy = estate.account(asset, "deploy", "not-for-thieves");
        String first = "accounts/accounts/" + deploy + "/";
        String bare = estate.asset("step-up-bare", "Linux", "", Map.of("ssh", 22));
        String platform = "assets/platforms/" + estate.platform("step-up-own", "UTF-8", "NONE", "ssh");

        List<Supplier<HttpResponse<String>>> acts = List.of(
                () -> script.sendText("PATCH", root, "{\"suFrom\": \"" + deploy + "\"}"),
                () -> script.sendText("PATCH", first, "{\"username\": \"mallory\"}"),
                () -> script.send(
                        "POST", "accounts/accounts", object("asset", asset, "username", "x", "suFrom", deploy)),
                () -> script.sendText("PATCH", platform, "{\"suMethod\": \"SU\"}"),
                () -> script.sendText(
                        "PATCH",
                        platform,
                        "{\"protocols\": [{\"name\": \"ssh\", \"port\": 22, \"primary\": true,"
                                + " \"settings\": {\"legacy_algorithms\": \"true\"}}]}"),
                () -> script.sendText(
                        "PATCH",
                        "assets/assets/" + asset,
                        "{\"platform\": \"" + platform.substring(platform.lastIndexOf('/') + 1) + "\"}"));
        acts.forEach(act -> assertStepUp(act.get()));
        assertDone(script.sendText("PATCH", root, "{\"comment\": \"in the safe\"}"));
        assertDone(script.send("POST", "accounts/accounts", object("asset", asset, "username", "plain")));
        assertDone(script.sendText("PATCH", platform, "{\"name\": \"step-up-renamed\"}"));
        String plain = script.post("accounts/accounts", object("asset", bare, "username", "deploy"))
                .getString("id");
        assertDone(script.send("POST", "accounts/accounts", object("asset", bare, "username", "x", "suFrom", plain)));

        prove(script);
        acts.forEach(act -> assertDone(act.get()));
    }

    /** R4.8: whoever saw a first password keeps nothing when its owner chooses another. */
    @Test
    void aFirstPasswordAddsNothingThatLasts() {
        new Estate(gatehouse).newcomer("nelly");
        Rest nelly = gatehouse.rest("nelly", Estate.FIRST_PASSWORD);
        List<Supplier<HttpResponse<String>>> acts = List.of(
                () -> nelly.send("POST", "users/me/ssh-keys/", object("publicKey", PUBLIC_KEY)),
                () -> nelly.send("POST", "users/me/totp/", null),
                () -> nelly.send("DELETE", "users/me/totp/", null));

        acts.forEach(act -> assertMustChange(act.get()));
        assertMustChange(nelly.send("POST", "users/me/totp/confirm/", object("code", "123456")));

        nelly.post("users/me/password/", object("oldPassword", Estate.FIRST_PASSWORD, "newPassword", Estate.PASSWORD));
        acts.forEach(act -> assertDone(act.get()));
    }

    /** An administrator's bearer token, as somebody has it who knows nothing else of them. */
    private static Rest stolen(String username) {
        new Estate(gatehouse).user(username, "SYSTEM_ADMINISTRATOR");
        String token = gatehouse
                .rest(username, Estate.PASSWORD)
                .post("users/me/tokens", object("name", "stolen"))
                .getString("token");
        return gatehouse.rest().withToken(token);
    }

    private static void prove(Rest script) {
        script.post("authentication/step-up/", object("password", Estate.PASSWORD));
    }

    private static String groupOf(String name, String member) {
        return gatehouse
                .admin()
                .post(
                        "users/groups",
                        Json.createObjectBuilder(object("name", name))
                                .add("users", Json.createArrayBuilder().add(member))
                                .build())
                .getString("id");
    }

    private static String user(String username, String password) {
        return "{\"username\": \"" + username + "\", \"name\": \"" + username + "\", \"roles\": [\"USER\"]"
                + (password.isEmpty() ? "" : ", \"password\": \"" + password + "\"") + "}";
    }

    private static String permission(String name, String user, String asset) {
        return "{\"name\": \"step-up " + name + "\", \"users\": [\"" + user + "\"], \"assets\": [\"" + asset
                + "\"], \"accounts\": [\"@ALL\"], \"actions\": [\"CONNECT\"]}";
    }

    private static String idOf(String username) {
        return gatehouse.admin().get("users/users?search=" + username).getJsonArray("items").stream()
                .map(JsonValue::asJsonObject)
                .filter(user -> user.getString("username").equals(username))
                .map(user -> user.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static void assertMustChange(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("PASSWORD_MUST_CHANGE").contains("change it first");
    }

    private static void assertStepUp(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("STEP_UP_REQUIRED").contains("/authentication/step-up/");
    }
}
