package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.entity.SignInRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** R10.3 over random attacks: whatever strangers do elsewhere, the administrator gets in from their own address. */
class ThrottlesPropertyTest {
    private static final SignInRules RULES = new SignInRules();
    private static final String HOME = "192.0.2.7";
    private static final int ATTACKS = 2_000;

    private record Failure(String name, String address, Instant at) {}

    private final TurnedClock clock = new TurnedClock();
    private final CountsInMemory counts = new CountsInMemory();
    private final Throttles throttles = new Throttles(counts, clock);
    private final List<Failure> history = new ArrayList<>();

    @RepeatedTest(20)
    void nobodyElsewhereBarsTheAdministrator(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        for (int i = 0; i < ATTACKS; i++) {
            fail(random.nextBoolean() ? "admin" : "user" + random.nextInt(50), "10.0." + random.nextInt(9) + ".1");
            clock.pass(Duration.ofMillis(random.nextInt(4_000)));

            assertThat(throttles.barred(RULES, "admin", HOME)).isEmpty();
            assertThat(throttles.delay(RULES, "admin")).isLessThanOrEqualTo(RULES.slowest());
        }
        assertThat(throttles.delay(RULES, "admin")).isEqualTo(RULES.slowest());
    }

    @RepeatedTest(20)
    void aBarHasItsFailuresInItsWindow(RepetitionInfo run) {
        Random random = new Random(1_000 + run.getCurrentRepetition());
        for (int i = 0; i < ATTACKS; i++) {
            String name = "user" + random.nextInt(12);
            String address = "10.0.0." + random.nextInt(6);
            if (throttles.barred(RULES, name, address).isPresent()) {
                assertThat(pair(name, address) >= RULES.pairFailures() || from(address) >= RULES.addressFailures())
                        .as("%s from %s after %s", name, address, history)
                        .isTrue();
            }
            fail(name, address);
            clock.pass(Duration.ofSeconds(random.nextInt(90)));
        }
    }

    @RepeatedTest(5)
    void everythingIsForgivenAfterTheWindow(RepetitionInfo run) {
        Random random = new Random(2_000 + run.getCurrentRepetition());
        for (int i = 0; i < ATTACKS; i++) {
            fail("user" + random.nextInt(12), "10.0.0." + random.nextInt(6));
        }
        clock.pass(RULES.pairBar());

        for (Failure failure : history) {
            assertThat(throttles.barred(RULES, failure.name(), failure.address()))
                    .isEmpty();
            assertThat(throttles.delay(RULES, failure.name())).isZero();
        }
    }

    /** Names are cut and networks are counted as one, so that one machine fills the memory with at most a few entries a guess. */
    @RepeatedTest(5)
    void oneGuessTakesRoomForFourCounts(RepetitionInfo run) {
        Random random = new Random(3_000 + run.getCurrentRepetition());
        for (int i = 0; i < ATTACKS; i++) {
            fail("x".repeat(random.nextInt(200)), "2001:db8::" + Integer.toHexString(random.nextInt(0x10000)));
        }

        assertThat(counts.size()).isLessThanOrEqualTo(2 * 65 + 2);
    }

    private void fail(String name, String address) {
        history.add(new Failure(name, address, clock.instant()));
        throttles.failed(RULES, name, address);
    }

    private long pair(String name, String address) {
        return recent(address).filter(failure -> failure.name().equals(name)).count();
    }

    private long from(String address) {
        return recent(address).count();
    }

    private Stream<Failure> recent(String address) {
        Instant begin = clock.instant().minus(RULES.pairBar());
        return history.stream()
                .filter(failure -> failure.address().equals(address))
                .filter(failure -> failure.at().isAfter(begin));
    }
}
