package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Who sends a form is told which of its fields are wrong, all at once where they can be looked at together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongFieldsE2E {
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private Rest admin;
    private Estate estate;

    @BeforeAll
    void signIn() {
        RunningGatehouse gatehouse = RunningGatehouse.shared();
        admin = gatehouse.admin();
        estate = new Estate(gatehouse);
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(refused(400, "assets/assets", object("name", "wrong-missing")))
                .containsExactly("address VALUE_INVALID", "platform VALUE_INVALID", "protocols VALUE_INVALID");
    }

    @Test
    void whatABodySaysWronglyIsNamedAtOnce() {
        JsonObject asset = asset("", "not a host", "ssh", 22, "sftp", 0)
                .add("labels", Json.createArrayBuilder().add("env:prod").add("env"))
                .build();
        assertThat(refused(400, "assets/assets", asset))
                .containsExactly(
                        "protocols[1].port PROTOCOL_INVALID",
                        "labels[1] LABEL_INVALID",
                        "name ASSET_INVALID",
                        "address ASSET_INVALID");
    }

    @Test
    void whatABodyNamesAndIsNotThereIsNamed() {
        JsonObject asset = asset("wrong-place", "127.0.0.1", "gopher", 70)
                .add("zone", NOBODY)
                .add("nodes", Json.createArrayBuilder().add(NOBODY))
                .build();
        assertThat(refused(400, "assets/assets", asset))
                .containsExactly("protocols[0].protocol PROTOCOL_INVALID", "zone ZONE_MISSING", "nodes NODE_MISSING");
        assertThat(refused(404, "assets/nodes", object("name", "wrong-node", "parent", NOBODY)))
                .containsExactly("parent NODE_MISSING");
    }

    @Test
    void aNameThatIsTakenIsNamed() {
        String id = estate.sshAsset("wrong-taken", 22);
        JsonObject again = asset("Wrong-Taken", "127.0.0.1", "ssh", 22).build();
        assertThat(refused(409, "assets/assets", again)).containsExactly("name ASSET_NAME_TAKEN");

        estate.sshAsset("wrong-other", 22);
        HttpResponse<String> change = admin.send("PATCH", "assets/assets/" + id, object("name", "wrong-other"));
        assertThat(errors(change)).containsExactly("name ASSET_NAME_TAKEN");
    }

    /** They would look like another one in menus and lists. */
    @Test
    void aNameWithCharactersThatAreNotSeenIsNamed() {
        String id = estate.sshAsset("wrong-unseen", 22);
        JsonObject turned = asset("wrong-\u202eneesnu", "127.0.0.1", "ssh", 22).build();
        assertThat(refused(400, "assets/assets", turned)).containsExactly("name ASSET_INVALID");
        assertThat(errors(admin.send("PATCH", "assets/assets/" + id, object("name", "wrong\u200b-unseen"))))
                .containsExactly("name ASSET_INVALID");
        assertThat(refused(400, "accounts/accounts", object("asset", id, "username", "ro\u2066ot")))
                .containsExactly("username ACCOUNT_INVALID");
        assertThat(refused(400, "assets/zones", object("name", "wrong\ufeffzone")))
                .containsExactly("name ZONE_INVALID");
        assertThat(refused(400, "assets/nodes", object("name", "wrong\u200dnode")))
                .containsExactly("name NODE_INVALID");
        JsonObject user = Json.createObjectBuilder(user("wrong-seen", "a@b", Estate.PASSWORD))
                .add("name", "Ali\u200bce")
                .build();
        estate.beFresh();
        assertThat(refused(400, "users/users", user)).containsExactly("name VALUE_INVALID");
    }

    @Test
    void aPasswordThatIsTooWeakIsNamedBesideTheNameAndNotRepeated() {
        estate.user("wrong-user");
        estate.beFresh();
        HttpResponse<String> refusal = admin.send("POST", "users/users", user("wrong-user", "a@b", "kept-shrt"));
        assertThat(errors(refusal)).containsExactly("password PASSWORD_WEAK", "username NAME_TAKEN");
        assertThat(refusal.body()).doesNotContain("kept-shrt");
        assertThat(errors(admin.send("POST", "users/users", user("wrong user", "nobody", Estate.PASSWORD))))
                .containsExactly("username VALUE_INVALID", "email VALUE_INVALID");
    }

    @Test
    void aSecretThatIsNoneIsNamedAndNotRepeated() {
        String asset = estate.sshAsset("wrong-secret", 22);
        JsonObject account = object("asset", asset, "username", "root", "kind", "SSH_KEY", "secret", "kept-no-key");
        HttpResponse<String> refusal = admin.send("POST", "accounts/accounts", account);
        assertThat(errors(refusal)).containsExactly("secret SECRET_INVALID");
        assertThat(refusal.body()).doesNotContain("kept-no-key");
    }

    @Test
    void whatHasAWrongTypeOrIsUnknownIsNamed() {
        JsonObject asset = asset("wrong-type", "127.0.0.1", "ssh", 22)
                .add("labels", "env:prod")
                .add("activ", true)
                .build();
        HttpResponse<String> refusal = admin.send("POST", "assets/assets", asset);
        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(read(refusal).getString("code")).isEqualTo("BODY_INVALID");
        assertThat(errors(refusal)).containsExactly("labels VALUE_INVALID", "activ FIELD_UNKNOWN");

        String id = estate.sshAsset("wrong-patch", 22);
        JsonObject patch = Json.createObjectBuilder()
                .add("active", "kept-no-truth")
                .add("nam", "x")
                .build();
        HttpResponse<String> change = admin.send("PATCH", "assets/assets/" + id, patch);
        assertThat(change.statusCode()).isEqualTo(400);
        assertThat(errors(change)).containsExactly("active VALUE_INVALID", "nam FIELD_UNKNOWN");
        assertThat(change.body()).doesNotContain("kept-no-truth");
    }

    @Test
    void whatConcernsNoFieldHasNoErrors() {
        HttpResponse<String> refusal = admin.send("GET", "assets/assets/" + NOBODY, null);
        assertThat(refusal.statusCode()).isEqualTo(404);
        assertThat(read(refusal)).doesNotContainKey("errors");
        assertThat(read(admin.sendText("POST", "assets/assets", "{\"name\":"))).doesNotContainKey("errors");
    }

    private List<String> refused(int status, String path, JsonObject body) {
        HttpResponse<String> refusal = admin.send("POST", path, body);
        assertThat(refusal.statusCode()).as(refusal.body()).isEqualTo(status);
        return errors(refusal);
    }

    /** Each with its code; all have a sentence. */
    private static List<String> errors(HttpResponse<String> refusal) {
        JsonObject problem = read(refusal);
        assertThat(problem).as(refusal.body()).containsKey("errors");
        JsonArray errors = problem.getJsonArray("errors");
        return errors.getValuesAs(JsonObject.class).stream()
                .peek(error -> assertThat(error.getString("message")).isNotBlank())
                .map(error -> error.getString("field") + " " + error.getString("code"))
                .toList();
    }

    private static JsonObject read(HttpResponse<String> answer) {
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readObject();
        }
    }

    private static JsonObject user(String username, String email, String password) {
        return Json.createObjectBuilder(object("username", username, "name", "W", "email", email, "password", password))
                .add("roles", Json.createArrayBuilder().add("USER"))
                .build();
    }

    /** @param protocols names and ports, alternating */
    private JsonObjectBuilder asset(String name, String address, Object... protocols) {
        var endpoints = Json.createArrayBuilder();
        for (int at = 0; at < protocols.length; at += 2) {
            endpoints.add(Json.createObjectBuilder()
                    .add("protocol", (String) protocols[at])
                    .add("port", (int) protocols[at + 1]));
        }
        return Json.createObjectBuilder(
                        object("name", name, "address", address, "platform", estate.platformId("Linux")))
                .add("protocols", endpoints);
    }
}
