package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.entity.SignInBar;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRules;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThrottlesTest {
    private static final SignInRules RULES = new SignInRules();
    private static final String HERE = "192.0.2.7";
    private static final String THERE = "198.51.100.9";

    private static final SignInOrigin SSH = new SignInOrigin("ssh", HERE, "");
    private static final SignInOrigin WEB = new SignInOrigin("web", HERE, "");

    private final TurnedClock clock = new TurnedClock();
    private final Throttles throttles = new Throttles(new CountsInMemory(), clock);

    /** R10.3 */
    @Test
    void failuresBarThePairOfAccountAndAddressOnly() {
        fail("admin", HERE, RULES.pairFailures());

        assertThat(throttles.barred(RULES, "admin", HERE)).contains(RULES.pairBar());
        assertThat(throttles.barred(RULES, "admin", THERE)).isEmpty();
        assertThat(throttles.barred(RULES, "alice", HERE)).isEmpty();
    }

    @Test
    void namesThatNobodyCanHaveTakeNoRoom() {
        fail("x".repeat(100_000), HERE, RULES.pairFailures());

        assertThat(throttles.barred(RULES, "x".repeat(64) + "y", HERE)).contains(RULES.pairBar());
    }

    @Test
    void theBarEndsByItself() {
        fail("admin", HERE, RULES.pairFailures());
        clock.pass(RULES.pairBar());

        assertThat(throttles.barred(RULES, "admin", HERE)).isEmpty();
    }

    @Test
    void anAccountAloneIsSlowedAndNeverBarred() {
        for (int address = 0; address < 100; address++) {
            throttles.failed(RULES, "admin", "10.0.0." + address);
        }

        assertThat(throttles.delay(RULES, "admin")).isEqualTo(RULES.slowest());
        assertThat(throttles.barred(RULES, "admin", HERE)).isEmpty();
        assertThat(throttles.delay(RULES, "alice")).isZero();
    }

    @Test
    void theDelayGrowsFromHalfASecond() {
        fail("admin", HERE, RULES.slowAfter());
        assertThat(throttles.delay(RULES, "admin")).isEqualTo(Duration.ofMillis(500));

        fail("admin", HERE, 1);
        assertThat(throttles.delay(RULES, "admin")).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void manyNamesFromOneAddressBarTheAddress() {
        for (int name = 0; name < RULES.addressFailures(); name++) {
            throttles.failed(RULES, "user" + name, HERE);
        }

        assertThat(throttles.barred(RULES, "anybody", HERE)).isPresent();
        assertThat(throttles.barred(RULES, "anybody", THERE)).isEmpty();
    }

    @Test
    void addressesOfOneSixtyFourAreOne() {
        for (int host = 0; host < RULES.pairFailures(); host++) {
            throttles.failed(RULES, "admin", "2001:db8:1:2::" + host);
        }

        assertThat(throttles.barred(RULES, "admin", "2001:db8:1:2:ffff::1")).isPresent();
        assertThat(throttles.barred(RULES, "admin", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void successClearsThePairButNotTheAccount() {
        fail("admin", HERE, RULES.slowAfter());
        throttles.succeeded("admin", HERE);

        assertThat(throttles.barred(RULES, "admin", HERE)).isEmpty();
        assertThat(throttles.delay(RULES, "admin")).isPositive();
    }

    /** R10.10 */
    @Test
    void barsAreListedWithTheirEnd() {
        fail("alice", HERE, RULES.pairFailures());
        clock.pass(Duration.ofMinutes(1));
        fail("alice", "2001:db8:1:2::7", RULES.pairFailures());
        fail("alice", THERE, RULES.pairFailures() - 1);
        fail("bob", HERE, RULES.pairFailures());
        fail("carol", HERE, 1);

        Instant end = clock.instant().plus(RULES.pairBar());
        assertThat(throttles.bars(RULES, List.of("alice", "carol")))
                .isEqualTo(Map.of(
                        "alice",
                        List.of(
                                new SignInBar(HERE, end.minus(Duration.ofMinutes(1))),
                                new SignInBar("2001:db8:1:2::/64", end))));
        clock.pass(RULES.pairBar());
        assertThat(throttles.bars(RULES, List.of("alice"))).isEmpty();
    }

    /** R10.10 */
    @Test
    void aLiftedBarIsGoneFromEverywhereForThisAccountOnly() {
        fail("alice", HERE, RULES.slowAfter());
        fail("alice", THERE, RULES.pairFailures());
        fail("alice smith", HERE, RULES.pairFailures());
        fail("alice2", HERE, RULES.pairFailures());
        throttles.lift("alice");

        assertThat(throttles.bars(RULES, List.of("alice", "alice smith", "alice2")))
                .containsOnlyKeys("alice smith", "alice2");
        assertThat(throttles.barred(RULES, "alice", HERE)).isEmpty();
        assertThat(throttles.barred(RULES, "alice", THERE)).isEmpty();
        assertThat(throttles.delay(RULES, "alice")).isPositive();
    }

    @Test
    void oneWhoGuessesManyNamesAtOnceGetsNoFurtherThanTheAddressMay() throws InterruptedException {
        AtomicInteger looked = new AtomicInteger();
        AtInstant together = new AtInstant();
        together.run(100, i -> {
            try (Throttles.Turn turn = throttles.turn(RULES, "user" + i, SSH)) {
                if (turn.given()) {
                    looked.incrementAndGet();
                    together.meet();
                    throttles.failed(RULES, "user" + i, HERE);
                }
            }
        });

        assertThat(looked.get()).isEqualTo(RULES.addressFailures());
    }

    /** Each that waits holds a thread which others need. */
    @Test
    void overHttpFewWaitForOneAccountFromOneAddress() throws InterruptedException {
        List<Throttles.Turn> turns = new ArrayList<>();
        for (int i = 0; i < RULES.pairFailures(); i++) {
            turns.add(throttles.turn(RULES, "mallory", WEB));
        }
        List<Thread> waiting = new ArrayList<>();
        for (int i = 0; i < Turns.Patience.SHORT.most(); i++) {
            waiting.add(waitsForTurn(SSH));
        }

        AtomicReference<ProblemCode> told = new AtomicReference<>();
        Thread refused = waits(() -> {
            try {
                throttles.turn(RULES, "mallory", WEB).close();
            } catch (ProblemException problem) {
                told.set(problem.code());
            }
        });
        assertThat(refused.isAlive()).as("waits").isFalse();
        assertThat(told.get()).isEqualTo(IdentityProblem.BUSY);
        throttles.turn(RULES, "alice", WEB).close();
        waiting.add(waitsForTurn(SSH));

        turns.forEach(Throttles.Turn::close);
        for (Thread thread : waiting) {
            thread.join();
        }
        throttles.turn(RULES, "mallory", WEB).close();
    }

    private Thread waitsForTurn(SignInOrigin origin) {
        return waits(() -> throttles.turn(RULES, "mallory", origin).close());
    }

    /** Until it waits, or is over. */
    private static Thread waits(Runnable act) {
        Thread thread = Thread.ofPlatform().start(act);
        while (thread.isAlive() && thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    private void fail(String username, String address, int times) {
        for (int time = 0; time < times; time++) {
            throttles.failed(RULES, username, address);
        }
    }
}
