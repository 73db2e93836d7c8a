package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.KeyedRequest;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.keyring.boundary.Keyring;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** R10.11 */
class KeyedAnswersTest {
    private static final Caller ALICE = caller(UserId.next(), Organisation.FIRST);
    private static final byte[] REQUEST =
            "/users/users\n\n{\"password\":\"Blue-Kettle-42\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OTHER =
            "/users/users\n\n{\"password\":\"Red-Kettle-42\"}".getBytes(StandardCharsets.UTF_8);

    private final Map<String, String> kept = new ConcurrentHashMap<>();
    private final Map<String, Duration> lives = new ConcurrentHashMap<>();
    private final KeyedAnswers answers = new KeyedAnswers(new InMemory(), new TestingKeyring());

    @Test
    void whoeverSendsItAgainGetsTheFirstAnswer() {
        answers.acted(ALICE, first(ALICE, "k"), "made");

        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.Answered("made"));
        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.Answered("made"));
        assertThat(lives.values()).containsExactly(Duration.ofHours(24));
    }

    @Test
    void itIsUnderWayUntilItsEndIsTold() {
        KeyedRequest.First first = first(ALICE, "k");

        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.UnderWay());
        answers.failed(ALICE, first);
        assertThat(answers.begin(ALICE, "k", REQUEST)).isInstanceOf(KeyedRequest.First.class);
    }

    @Test
    void theKeyOfAnotherRequestIsRefusedBeforeAndAfterItsEnd() {
        KeyedRequest.First first = first(ALICE, "k");

        assertThat(answers.begin(ALICE, "k", OTHER)).isEqualTo(new KeyedRequest.Different());
        answers.acted(ALICE, first, "made");
        assertThat(answers.begin(ALICE, "k", OTHER)).isEqualTo(new KeyedRequest.Different());
    }

    @Test
    void theSameKeyOfSomebodyElseOrInAnotherOrganisationIsAnotherKey() {
        answers.acted(ALICE, first(ALICE, "k"), "made");

        assertThat(answers.begin(caller(UserId.next(), Organisation.FIRST), "k", REQUEST))
                .isInstanceOf(KeyedRequest.First.class);
        assertThat(answers.begin(caller(ALICE.user(), OrganisationId.next()), "k", REQUEST))
                .isInstanceOf(KeyedRequest.First.class);
    }

    /** Its time was over, and another one began. */
    @Test
    void anAttemptThatWasForgottenTakesNothingFromTheNextOne() {
        KeyedRequest.First forgotten = first(ALICE, "k");
        kept.clear();
        KeyedRequest.First next = first(ALICE, "k");

        answers.acted(ALICE, forgotten, "of the first");
        answers.failed(ALICE, forgotten);

        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.UnderWay());
        answers.acted(ALICE, next, "of the second");
        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.Answered("of the second"));
    }

    @Test
    void ofManyAtTheSameTimeOneIsTheFirst() {
        CyclicBarrier together = new CyclicBarrier(8);
        long firsts = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(
                        () -> {
                            meet(together);
                            return answers.begin(ALICE, "k", REQUEST);
                        },
                        task -> Thread.ofPlatform().start(task)))
                .toList()
                .stream()
                .filter(each -> each.join() instanceof KeyedRequest.First)
                .count();

        assertThat(firsts).isEqualTo(1);
    }

    @Test
    void nothingOfTheBodyIsKept() {
        first(ALICE, "k");

        assertThat(kept.toString()).doesNotContain("Kettle").doesNotContain("password");
    }

    @Test
    void whoeverHasTooManyIsRefusedAndStillGetsTheirAnswers() {
        answers.acted(ALICE, first(ALICE, "k"), "made");
        fill(ALICE, KeyedAnswers.MOST_OF_PERSON - 1);

        assertFull(ALICE);
        assertThat(answers.begin(ALICE, "k", REQUEST)).isEqualTo(new KeyedRequest.Answered("made"));
        first(caller(UserId.next(), Organisation.FIRST), "k");
    }

    @Test
    void allTogetherHaveABound() {
        fill(caller(UserId.next(), Organisation.FIRST), KeyedAnswers.MOST);

        assertFull(ALICE);
    }

    /** Five people without any right could once use up all. */
    @Test
    void fewPeopleCannotUseUpAll() {
        for (int person = 0; person < 19; person++) {
            fill(caller(UserId.next(), Organisation.FIRST), KeyedAnswers.MOST_OF_PERSON);
        }

        first(ALICE, "k");
    }

    private void fill(Caller caller, int count) {
        for (int number = 0; number < count; number++) {
            kept.put(caller.organisation() + "/" + caller.user() + "/filled " + number, "x");
        }
    }

    private void assertFull(Caller caller) {
        assertThatThrownBy(() -> answers.begin(caller, "one more", REQUEST))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(AccessProblem.IDEMPOTENCY_KEYS_FULL));
    }

    private KeyedRequest.First first(Caller caller, String key) {
        KeyedRequest begun = answers.begin(caller, key, REQUEST);
        assertThat(begun).isInstanceOf(KeyedRequest.First.class);
        return (KeyedRequest.First) begun;
    }

    private static Caller caller(UserId user, OrganisationId organisation) {
        return new Caller(user, "alice", organisation, Set.of(), "192.0.2.1", "api", UUID.randomUUID());
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TestingKeyring extends Keyring {
        @Override
        public byte[] mac(String purpose, byte[] data) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(data);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final class InMemory implements AnswerMemory {
        @Override
        public Optional<String> find(String place) {
            return Optional.ofNullable(kept.get(place));
        }

        @Override
        public Optional<String> putIfAbsent(String place, String text, Duration life) {
            return Optional.ofNullable(kept.putIfAbsent(place, text));
        }

        @Override
        public void replace(String place, String old, String text, Duration life) {
            if (kept.replace(place, old, text)) {
                lives.put(place, life);
            }
        }

        @Override
        public void remove(String place, String old) {
            kept.remove(place, old);
        }

        @Override
        public long count(String prefix) {
            return kept.keySet().stream()
                    .filter(place -> place.startsWith(prefix))
                    .count();
        }
    }
}
