package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PauseTest {
    private static final Duration LONG = Duration.ofSeconds(4);

    private final Semaphore waiting = new Semaphore(0);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Pause pause = new Pause(_ -> {
        waiting.release();
        over.await();
    });
    private final List<Thread> held = new ArrayList<>();

    @AfterEach
    void letGo() throws InterruptedException {
        over.countDown();
        for (Thread thread : held) {
            thread.join();
        }
    }

    /** R10.3: who guesses from one place keeps nobody from signing in from another. */
    @Test
    void oneNetworkHoldsOnlyItsOwnPlaces() throws InterruptedException {
        hold(Pause.MOST_OF_NETWORK, "2001:db8::");

        assertThatThrownBy(() -> pause.of(LONG, "2001:db8::ffff:9")).isInstanceOf(ProblemException.class);
        hold(1, "192.0.2.");
        assertThatCode(() -> pause.of(Duration.ZERO, "2001:db8::1")).doesNotThrowAnyException();
    }

    @Test
    void howManyAreHeldIsBounded() throws InterruptedException {
        hold(Pause.MOST_HELD, "192.0.2.");

        assertThatThrownBy(() -> pause.of(LONG, "198.51.100.1")).isInstanceOf(ProblemException.class);
    }

    /** From as many addresses that begin alike. */
    private void hold(int count, String begin) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            String address = begin + i % 256;
            held.add(Thread.ofVirtual().start(() -> pause.of(LONG, address)));
        }
        waiting.acquire(count);
        assertThat(waiting.availablePermits()).isZero();
    }
}
