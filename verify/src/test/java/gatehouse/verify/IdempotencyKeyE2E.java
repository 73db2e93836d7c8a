package gatehouse.verify;

import static gatehouse.verify.Rest.object;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R12.8: a script that lost an answer sends its request again with the same key, and nothing is made twice. */
class IdempotencyKeyE2E {
    private static final int AT_ONCE = 6;

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();
    private Rest admin;

    /** What makes users wants a proof that is a few minutes old at most. */
    @BeforeEach
    void signIn() {
        admin = gatehouse.admin();
    }

    @Test
    void aUserIsMadeOnceAndBothAnswersAreEqual() {
        String key = key();

        HttpResponse<String> first = admin.postWithKey("users/users", user("idem-once"), key);
        HttpResponse<String> second = admin.postWithKey("users/users", user("idem-once"), key);

        assertMade(first);
        assertReplayed(second, first);
        assertThat(admin.get("users/users?search=idem-once").getInt("total")).isEqualTo(1);
    }

    /** With the quotes of the draft, and with a Location. */
    @Test
    void theReplayHasTheLocationAndAnEmptyAnswerIsEmptyAgain() {
        String key = "\"" + key() + "\"";
        HttpResponse<String> zone = admin.postWithKey("assets/zones", object("name", "idem-located"), key);
        assertMade(zone);
        assertThat(zone.headers().firstValue("Location")).isPresent();
        assertReplayed(admin.postWithKey("assets/zones", object("name", "idem-located"), key), zone);

        JsonObject asset = object("asset", new Estate(gatehouse).sshAsset("idem-favourite", 22));
        String other = key();
        HttpResponse<String> favourite = admin.postWithKey("assets/favorite-assets", asset, other);
        assertThat(favourite.statusCode()).as(favourite.body()).isEqualTo(204);
        admin.delete("assets/favorite-assets/" + asset.getString("asset") + "/");
        assertReplayed(admin.postWithKey("assets/favorite-assets", asset, other), favourite);
        assertThat(admin.get("assets/favorite-assets").toString())
                .as("it did not act again")
                .doesNotContain(asset.getString("asset"));
    }

    @Test
    void manyAtTheSameTimeMakeOne() {
        String key = key();
        CyclicBarrier together = new CyclicBarrier(AT_ONCE);
        Executor threads = task -> Thread.ofPlatform().start(task);
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> {
                            meet(together);
                            return admin.postWithKey("users/users", user("idem-rush"), key);
                        },
                        threads))
                .limit(AT_ONCE)
                .toList();

        List<HttpResponse<String>> answers =
                sent.stream().map(CompletableFuture::join).toList();

        HttpResponse<String> after = admin.postWithKey("users/users", user("idem-rush"), key);
        assertThat(after.statusCode()).as(after.body()).isEqualTo(201);
        assertThat(after.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(answers).allSatisfy(answer -> assertMadeOrUnderWay(answer, after));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .filteredOn(answer ->
                        answer.headers().firstValue("Idempotency-Replayed").isEmpty())
                .hasSize(1);
        assertThat(admin.get("users/users?search=idem-rush").getInt("total")).isEqualTo(1);
    }

    private static void assertMadeOrUnderWay(HttpResponse<String> answer, HttpResponse<String> made) {
        if (answer.statusCode() == 409) {
            assertThat(answer.body()).contains("IDEMPOTENCY_KEY_IN_USE");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            return;
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo(made.body());
    }

    @Test
    void theSameKeyOfAnotherCallerIsAnotherKey() {
        new Estate(gatehouse).user("idem-second", "SYSTEM_ADMINISTRATOR");
        Rest second = gatehouse.rest("idem-second", Estate.PASSWORD);
        String key = key();
        assertMade(admin.postWithKey("assets/zones", object("name", "idem-mine"), key));

        assertMade(second.postWithKey("assets/zones", object("name", "idem-theirs"), key));
        assertProblem(second.postWithKey("assets/zones", object("name", "idem-mine"), key()), 409, "ZONE_NAME_TAKEN");
    }

    @Test
    void theKeyOfAnotherRequestIsRefused() {
        String key = key();
        assertMade(admin.postWithKey("assets/zones", object("name", "idem-other"), key));

        assertProblem(
                admin.postWithKey("assets/zones", object("name", "idem-another"), key), 422, "IDEMPOTENCY_KEY_REUSED");
        assertProblem(
                admin.postWithKey("users/groups", object("name", "idem-other"), key), 422, "IDEMPOTENCY_KEY_REUSED");
        assertThat(admin.get("assets/zones?search=idem-another").toString()).doesNotContain("idem-another");
    }

    @Test
    void whatWasRefusedMayBeSentAgain() {
        String key = key();
        String zone = admin.post("assets/zones", object("name", "idem-taken")).getString("id");
        assertProblem(admin.postWithKey("assets/zones", object("name", "idem-taken"), key), 409, "ZONE_NAME_TAKEN");
        admin.delete("assets/zones/" + zone + "/");

        assertMade(admin.postWithKey("assets/zones", object("name", "idem-taken"), key));
        assertProblem(admin.postWithKey("assets/zones", object(), key()), 400, "VALUE_INVALID");
    }

    /** A key is free after a refusal, and so nothing may stay of what was refused. */
    @Test
    void aUserWhoseGroupIsUnknownIsNotMade() {
        JsonObject lost = Json.createObjectBuilder(user("idem-groupless"))
                .add("groups", Json.createArrayBuilder().add(UUID.randomUUID().toString()))
                .build();
        String key = key();

        assertProblem(admin.postWithKey("users/users", lost, key), 404, "GROUP_UNKNOWN");
        assertMade(admin.postWithKey("users/users", user("idem-groupless"), key));
    }

    @Test
    void aSecretThatIsShownOnceIsKeptForNobody() {
        JsonObject token = object("name", "idem-token");

        assertProblem(admin.postWithKey("users/me/tokens", token, key()), 422, "IDEMPOTENCY_KEY_REFUSED");
        assertThat(admin.get("users/me/tokens").toString()).doesNotContain("idem-token");
    }

    @Test
    void anAnswerThatIsTooLongIsNotKeptAndNothingActsAgain() {
        var accounts = Json.createArrayBuilder();
        for (int number = 0; number < 100; number++) {
            accounts.add(String.format(Locale.ROOT, "idem-an-account-with-a-long-name-%05d", number));
        }
        Estate estate = new Estate(gatehouse);
        JsonObject permission = Json.createObjectBuilder(object("name", "idem-long"))
                .add("users", Json.createArrayBuilder().add(estate.user("idem-long")))
                .add("assets", Json.createArrayBuilder().add(estate.sshAsset("idem-long", 22)))
                .add("accounts", accounts)
                .add("actions", Json.createArrayBuilder().add("CONNECT"))
                .build();
        String key = key();

        assertMade(admin.postWithKey("perms/asset-permissions", permission, key));
        assertProblem(
                admin.postWithKey("perms/asset-permissions", permission, key), 409, "IDEMPOTENCY_ANSWER_TOO_LONG");
    }

    @Test
    void aKeyIsOneVisibleWord() {
        JsonObject zone = object("name", "idem-odd");

        assertProblem(admin.postWithKey("assets/zones", zone, "two words"), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(admin.postWithKey("assets/zones", zone, "k".repeat(256)), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(admin.postWithKey("assets/zones", zone, key(), key()), 400, "IDEMPOTENCY_KEY_INVALID");
        assertThat(admin.get("assets/zones?search=idem-odd").toString()).doesNotContain("idem-odd");
    }

    private static JsonObject user(String name) {
        return Json.createObjectBuilder(object("username", name, "name", name))
                .add("roles", Json.createArrayBuilder().add("USER"))
                .build();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static void assertMade(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Idempotency-Replayed")).isEmpty();
    }

    private static void assertReplayed(HttpResponse<String> again, HttpResponse<String> first) {
        assertThat(again.statusCode()).as(again.body()).isEqualTo(first.statusCode());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        for (String field : List.of("Content-Type", "Location", "ETag")) {
            assertThat(again.headers().firstValue(field))
                    .as(field)
                    .isEqualTo(first.headers().firstValue(field));
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains("\"" + code + "\"");
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
