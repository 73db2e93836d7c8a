package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Failures bar whoever makes them, and nobody else (R10.3). */
class LockoutE2E {
    private static final int GUESSES = 6;

    /** One of this class: every answer for an administrator at whom somebody has guessed comes later, for a quarter of an hour. */
    private static final String ADMINISTRATOR = "lockout-ada";

    private static RunningGatehouse gatehouse;

    @BeforeAll
    static void administrator() {
        gatehouse = RunningGatehouse.shared();
        new Estate(gatehouse).user(ADMINISTRATOR, "SYSTEM_ADMINISTRATOR");
    }

    @Test
    void anAttackerBarsThemselvesAndNotTheAdministrator() {
        Rest attacker = from("127.0.0.66");
        for (int i = 0; i < GUESSES; i++) {
            assertThat(signIn(attacker, "guess-" + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> barred = signIn(attacker, Estate.PASSWORD);
        assertThat(barred.statusCode()).isEqualTo(401);
        assertThat(barred.body()).contains("Too many failures from this address");
        assertThat(signIn(from("127.0.0.1"), Estate.PASSWORD).statusCode()).isEqualTo(200);
    }

    @Test
    void manyAttackersOnlySlowTheAdministratorDown() {
        for (int i = 0; i < 3 * GUESSES; i++) {
            signIn(from("127.0.1." + (i + 1)), "guess");
        }

        assertThat(signIn(from("127.0.0.1"), Estate.PASSWORD).statusCode()).isEqualTo(200);
    }

    /** R10.10 */
    @Test
    void anAdministratorSeesABarAndLiftsIt() {
        Estate estate = new Estate(gatehouse);
        Rest admin = gatehouse.admin();
        String lara = estate.user("lockout-lara");
        Rest away = from("127.0.0.70");
        for (int i = 0; i < GUESSES; i++) {
            signIn(away, "lockout-lara", "guess-" + i);
        }
        assertThat(signIn(away, "lockout-lara", Estate.PASSWORD).body())
                .contains("Too many failures from this address");
        assertThat(barredFrom(admin.get("users/users/" + lara + "/"))).containsExactly("127.0.0.70");
        assertThat(admin.get("users/users?search=lockout-lara")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(row -> assertThat(barredFrom(row)).containsExactly("127.0.0.70"));

        admin.post("users/users/" + lara + "/lift-bars/", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(barredFrom(admin.get("users/users/" + lara + "/"))).isEmpty();
        assertThat(signIn(away, "lockout-lara", Estate.PASSWORD).statusCode()).isEqualTo(200);
        assertThat(admin.get("audits/events?type=sign-in.bar-lifted&limit=100").toString())
                .contains("lockout-lara", "127.0.0.70");
    }

    /** R4.5 */
    @Test
    void nobodyLiftsABarOfSomebodyWithMoreRights() {
        Rest admin = gatehouse.admin();
        new Estate(gatehouse).user("lockout-oscar", "ORGANISATION_ADMINISTRATOR");
        String administrator = admin.get("users/me/").getString("id");

        HttpResponse<String> refused = gatehouse
                .rest("lockout-oscar", Estate.PASSWORD)
                .send("POST", "users/users/" + administrator + "/lift-bars/", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("GRANT_EXCEEDS_OWN");
    }

    @Test
    void whoIsSignedInWorksOnWhileSomebodyGuesses() {
        Rest admin = gatehouse.rest(ADMINISTRATOR, Estate.PASSWORD);
        Rest attacker = from("127.0.0.67");
        for (int i = 0; i < GUESSES; i++) {
            signIn(attacker, "guess-" + i);
        }

        assertThat(admin.get("users/me/").getString("username")).isEqualTo(ADMINISTRATOR);
    }

    @Test
    void guessingThroughAStolenSignInIsOverAfterAFew() {
        new Estate(gatehouse).user("gustav");
        Rest thief = from("127.0.0.68").signedIn("gustav", Estate.PASSWORD);
        for (int i = 0; i < GUESSES - 1; i++) {
            assertThat(thief.send("POST", "authentication/step-up/", object("password", "guess-" + i))
                            .statusCode())
                    .isEqualTo(400);
        }

        assertThat(thief.send("POST", "authentication/step-up/", object("password", Estate.PASSWORD))
                        .statusCode())
                .isEqualTo(429);
        assertThat(thief.send(
                                "POST",
                                "users/me/password/",
                                object("oldPassword", Estate.PASSWORD, "newPassword", "Thief-Has-Chosen-It-9"))
                        .statusCode())
                .isEqualTo(429);
    }

    /** R10.8; each address guesses less often than would bar it. */
    @Test
    void guessingCodesWithThePasswordIsOverAfterAFewWhateverTheAddress() throws Exception {
        String gerda = new Estate(gatehouse).user("gerda-of-the-codes");
        OneTimeCode.enrol(gatehouse.rest("gerda-of-the-codes", Estate.PASSWORD), OneTimeCode.step());
        List<Rest> thieves = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            thieves.add(from("127.0.2." + (i + 1)).signedIn("gerda-of-the-codes", Estate.PASSWORD));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(guessCode(thieves.get(i % 5)).body()).doesNotContain("wrong one-time codes");
        }

        assertThat(guessCode(thieves.getFirst()).body()).contains("Too many wrong one-time codes");
        HttpResponse<String> told = signIn(from("127.0.0.1"), "gerda-of-the-codes", Estate.PASSWORD);
        assertThat(told.statusCode()).isEqualTo(401);
        assertThat(told.body()).contains("Too many wrong one-time codes", "ask an administrator");
        assertThat(signIn(from("127.0.0.1"), "gerda-of-the-codes", "guess").body())
                .doesNotContain("one-time codes");
        assertThat(gatehouse
                        .admin()
                        .get("audits/events?limit=50&type=second-factor.barred")
                        .getJsonArray("items"))
                .filteredOn(event -> event.toString().contains(gerda))
                .hasSize(1);

        gatehouse.admin().delete("users/users/" + gerda + "/totp/");
        assertThat(signIn(from("127.0.0.1"), "gerda-of-the-codes", Estate.PASSWORD)
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> guessCode(Rest rest) {
        return rest.send("POST", "authentication/totp/", object("code", "000000"));
    }

    /** Each that reaches the proof is told of another refusal than those who are barred, and than those for whom too many wait already. */
    @Test
    void guessesAtTheSameTimeAreNoMoreThanOneAfterTheOther() throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        CyclicBarrier barrier = new CyclicBarrier(4 * GUESSES);
        try (var threads = Executors.newFixedThreadPool(4 * GUESSES)) {
            for (int i = 0; i < 4 * GUESSES; i++) {
                String guess = "guess-" + i;
                Rest attacker = from("127.0.0.69");
                answers.add(threads.submit(() -> {
                    barrier.await();
                    return signIn(attacker, guess).body();
                }));
            }
        }

        int looked = 0;
        for (Future<String> answer : answers) {
            String refusal = answer.get();
            looked += refusal.contains("Too many failures from this address") || refusal.contains("\"BUSY\"") ? 0 : 1;
        }
        assertThat(looked).isEqualTo(GUESSES - 1);
    }

    private static Rest from(String address) {
        return Rest.from(address, gatehouse.httpsPort(), gatehouse.home().resolve("tls/ca.pem"));
    }

    private static List<String> barredFrom(JsonObject user) {
        return user.getJsonArray("bars").getValuesAs(JsonObject.class).stream()
                .map(bar -> bar.getString("network"))
                .toList();
    }

    private static HttpResponse<String> signIn(Rest rest, String password) {
        return signIn(rest, ADMINISTRATOR, password);
    }

    private static HttpResponse<String> signIn(Rest rest, String username, String password) {
        return rest.send("POST", "authentication/sign-in/", object("username", username, "password", password));
    }
}
