package gatehouse.session.control.opening;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.kernel.Caller;
import gatehouse.session.control.live.TestingSession;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RefusalTallyTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final RefusalTally tally = new RefusalTally();
    private final Caller alice = TestingSession.caller("alice");

    private long told(Caller caller, int refusals) {
        return IntStream.range(0, refusals)
                .filter(_ -> tally.tells(caller, NOW))
                .count();
    }

    @Test
    void whoIsRefusedVeryOftenIsToldAsASumOnce() {
        assertThat(told(alice, 5000)).isEqualTo(RefusalTally.MOST_TOLD);
        assertThat(tally.due(NOW.plusSeconds(59))).isEmpty();

        assertThat(tally.due(NOW.plusSeconds(60)))
                .containsExactly(new RefusalTally.Sum(alice, 5000 - RefusalTally.MOST_TOLD));
        assertThat(tally.due(NOW.plusSeconds(61))).isEmpty();
        assertThat(tally.tells(alice, NOW.plusSeconds(61))).isTrue();
    }

    @Test
    void whatOnePersonIsRefusedHidesNothingOfAnother() {
        told(alice, 5000);

        assertThat(tally.tells(TestingSession.caller("bob"), NOW)).isTrue();
    }

    @Test
    void whoIsRefusedNowAndThenHasNoSum() {
        told(alice, RefusalTally.MOST_TOLD);

        assertThat(tally.due(NOW.plusSeconds(60))).isEmpty();
    }
}
