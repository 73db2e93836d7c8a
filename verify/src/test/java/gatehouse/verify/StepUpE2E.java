package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a thief of a session or token must not do wants a fresh proof of who asks. */
class StepUpE2E {
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
        acts.forEach(act -> {
            HttpResponse<String> answer = act.get();
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        });
        assertThat(script.send("POST", "assets/host-keys/" + group + "/accept/", null)
                        .statusCode())
                .isEqualTo(404);
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

    private static void assertStepUp(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("STEP_UP_REQUIRED").contains("/authentication/step-up/");
    }
}
