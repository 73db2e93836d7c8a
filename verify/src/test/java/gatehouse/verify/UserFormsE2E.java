package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A form of a user of which one part is refused: nothing of it is done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserFormsE2E {
    private final Rest admin = RunningGatehouse.shared().admin();
    private final Estate estate = new Estate(RunningGatehouse.shared());

    @BeforeAll
    void beFresh() {
        estate.beFresh();
    }

    @Test
    void aWeakPasswordLeavesTheNameAsItWas() {
        refusedLeaves("forms-weak", object("name", "another", "password", "short"), 400, "PASSWORD_WEAK");
    }

    @Test
    void aGroupThatIsNotThereLeavesTheNameAndThePasswordAsTheyWere() {
        refusedLeaves(
                "forms-grouped",
                Json.createObjectBuilder(object("name", "another", "password", "Quite-Another-33-Word"))
                        .add("groups", unknownGroup())
                        .build(),
                404,
                "GROUP_UNKNOWN");
        RunningGatehouse.shared().rest("forms-grouped", Estate.PASSWORD);
    }

    @Test
    void nobodyIsMadeWhoseGroupIsNotThere() {
        JsonObjectBuilder wanted = Json.createObjectBuilder(object("username", "forms-nobody", "name", "Nobody"))
                .add("roles", Json.createArrayBuilder().add("USER"))
                .add("groups", unknownGroup());

        HttpResponse<String> refused = admin.send("POST", "users/users/", wanted.build());

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(admin.get("users/users/?search=forms-nobody").getInt("total"))
                .isZero();
    }

    private void refusedLeaves(String username, JsonObject patch, int status, String code) {
        String path = "users/users/" + estate.user(username) + "/";
        JsonObject before = admin.get(path);

        HttpResponse<String> refused = admin.send("PATCH", path, patch);

        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.body()).contains(code);
        assertThat(admin.get(path)).isEqualTo(before);
    }

    private static JsonArray unknownGroup() {
        return Json.createArrayBuilder().add(UUID.randomUUID().toString()).build();
    }
}
