package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a thief of a session or token must not do wants a fresh proof of who asks. */
class StepUpE2E {
    private static final String KEY =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPqQKHyFV2qZQk0a8gYd4XqWEw5gQ1Yv5u0N3sQw9xm thief";
    private static final String RULES = "settings/settings/sign-in-rules/";

    private static RunningGatehouse gatehouse;
    private static String victim;

    @BeforeAll
    static void usersWhoseProofsDoNotStayFresh() {
        gatehouse = RunningGatehouse.shared();
        Estate estate = new Estate(gatehouse);
        estate.user("stella");
        estate.user("steven");
        victim = "users/users/" + estate.user("susan") + "/";
        freshFor("PT0S");
    }

    @AfterAll
    static void asBefore() {
        freshFor("PT5M");
    }

    private static void freshFor(String duration) {
        gatehouse.admin().send("PUT", RULES, object("proof", duration));
    }

    @Test
    void aStaleSignInChangesNothingThatProvesThePerson() {
        Rest stella = gatehouse.rest("stella", Estate.PASSWORD);

        assertStepUp(stella.send("POST", "users/me/ssh-keys", object("publicKey", KEY)));
        assertStepUp(stella.send("POST", "users/me/tokens", object("name", "thief")));
        assertStepUp(stella.send("POST", "users/me/totp/", null));
        assertStepUp(stella.send("POST", "users/me/totp/confirm/", object("code", "123456")));
        assertStepUp(stella.send("DELETE", "users/me/totp/", null));
        assertStepUp(stella.send(
                "POST",
                "users/me/password/",
                object("oldPassword", Estate.PASSWORD, "newPassword", "Thief-Has-Chosen-It-9")));
    }

    @Test
    void aStaleSignInOfAnAdministratorTakesNobodyOver() {
        Rest admin = gatehouse.admin();

        assertStepUp(admin.send("PATCH", victim, object("password", "Thief-Has-Chosen-It-9")));
        assertStepUp(admin.send("DELETE", victim + "totp/", null));
        assertStepUp(admin.send("PATCH", victim, roles("ORGANISATION_ADMINISTRATOR")));
        assertThat(admin.send("PATCH", victim, object("name", "Susan")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void scriptsMakeOrdinaryUsersWithoutAskingAnybody() {
        JsonObject user = Json.createObjectBuilder(object("username", "sam", "name", "Sam"))
                .add("roles", Json.createArrayBuilder(List.of("USER")))
                .build();

        assertThat(gatehouse.admin().send("POST", "users/users", user).statusCode())
                .isEqualTo(201);
    }

    @Test
    void aTokenProvesWhoItIsByThePasswordOnly() {
        freshFor("PT5M");
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
        freshFor("PT0S");
    }

    private static JsonObject roles(String... names) {
        return Json.createObjectBuilder()
                .add("roles", Json.createArrayBuilder(List.of(names)))
                .build();
    }

    private static void assertStepUp(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("STEP_UP_REQUIRED").contains("/authentication/step-up/");
    }
}
