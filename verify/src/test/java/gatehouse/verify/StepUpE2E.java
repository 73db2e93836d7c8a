package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

    private static void assertStepUp(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("STEP_UP_REQUIRED").contains("/authentication/step-up/");
    }
}
