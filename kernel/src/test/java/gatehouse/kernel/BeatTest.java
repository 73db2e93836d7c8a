package gatehouse.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BeatTest {
    private final Deque<Runnable> started = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void aBeatLeavesTheThreadOfItsClock() {
        Beat beat = new Beat(started::add, done::incrementAndGet);

        beat.run();

        assertThat(done).hasValue(0);
        started.remove().run();
        assertThat(done).hasValue(1);
    }

    @Test
    void beatsAreSkippedWhileOneStillRuns() {
        Beat beat = new Beat(started::add, done::incrementAndGet);

        beat.run();
        beat.run();
        beat.run();

        assertThat(started).hasSize(1);
        started.remove().run();
        beat.run();
        assertThat(started).hasSize(1);
    }

    @Test
    void aBeatThatFailsIsFollowedByTheNext() {
        Beat beat = new Beat(started::add, () -> {
            throw new IllegalStateException("once");
        });

        beat.run();
        Runnable failing = started.remove();
        assertThatIllegalStateException().isThrownBy(failing::run);
        beat.run();

        assertThat(started).hasSize(1);
    }
}
