package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R20.1 and R20.3. */
class OutputWindowTest {
    private static final int KIB = 1024;

    private final OutputWindow window = new TestingKeeper().window();
    private final AtomicInteger completed = new AtomicInteger();

    @Test
    void browserThatDoesNotAcknowledgeHoldsTheTarget() {
        for (int i = 0; i < 1024; i++) {
            assertThat(add(KIB, true)).isTrue();
        }
        assertThat(add(KIB, true)).isFalse();
        drainAll();
        window.acknowledge(64 * KIB).forEach(done -> done.complete());
        assertThat(completed).hasValue(1);
    }

    @Test
    void floodWithoutReaderIsBounded() {
        for (int i = 0; i < 20_000; i++) {
            add(KIB, true);
        }
        assertThat(window.end()).isEqualTo(20_000L * KIB);
        assertThat(window.keeps(window.end() - OutputWindow.MAX_KEPT - 1)).isFalse();
    }

    @Test
    void whatABrowserMissedIsSentAgain() {
        add(100 * KIB, true);
        drainAll();
        add(10 * KIB, false);
        assertThat(window.keeps(50L * KIB)).isTrue();
        window.rewind(50L * KIB);
        assertThat(drainAll()).isEqualTo(60 * KIB);
    }

    @Test
    void whatIsTooOldIsMissingAndSaysSo() {
        add(100 * KIB, true);
        drainAll();
        for (int i = 0; i < 3000; i++) {
            add(KIB, false);
        }
        assertThat(window.keeps(100L * KIB)).isFalse();
        assertThat(window.keeps(window.end() - OutputWindow.MAX_UNDER_WAY)).isTrue();
    }

    @Test
    void outputGoesOnBehindAPicture() {
        add(100 * KIB, true);
        long from = window.skipToEnd();
        assertThat(from).isEqualTo(100L * KIB);
        add(10 * KIB, true);
        assertThat(drainAll()).isEqualTo(10 * KIB);
    }

    private boolean add(int size, boolean attached) {
        return window.add(new byte[size], 0, size, completed::incrementAndGet, attached);
    }

    private int drainAll() {
        int total = 0;
        byte[] piece = window.next();
        while (piece.length > 0) {
            total += piece.length;
            piece = window.next();
        }
        return total;
    }
}
