package gatehouse.connector.ssh.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class InletTest {
    private static final byte[] BYTES = {1, 2, 3};

    private final Inlet inlet = new Inlet();
    private final AtomicInteger done = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private final TerminalInput target = new TerminalInput() {
        @Override
        public void input(byte[] bytes, int offset, int length, Completion completion) {
            told.add(length + " bytes");
            completion.complete();
        }

        @Override
        public void endOfInput() {
            told.add("end");
        }

        @Override
        public void resize(WindowSize size) {
            told.add(size.columns() == 80 ? "resize" : "resize to " + size.columns());
        }

        @Override
        public void signal(String name) {
            told.add(name);
        }

        @Override
        public void close() {
            told.add("close");
        }
    };

    private void type() {
        inlet.input(BYTES, 0, BYTES.length, done::incrementAndGet);
    }

    @Test
    void whatWasHeldArrivesInOrder() {
        type();
        inlet.resize(WindowSize.cells(80, 24));
        inlet.signal("INT");
        inlet.endOfInput();
        assertThat(done).hasValue(0);
        inlet.open(target);
        assertThat(told).containsExactly("3 bytes", "resize", "INT", "end");
        assertThat(done).hasValue(1);
    }

    /** R1.2 */
    @Test
    void whatIsHeldAtTheEndIsCompleted() {
        type();
        type();
        inlet.close();
        assertThat(done).hasValue(2);
        inlet.open(target);
        assertThat(told).containsExactly("close");
        assertThat(done).hasValue(2);
    }

    /** R1.2 */
    @Test
    void whatComesAfterTheEndIsCompleted() {
        inlet.close();
        type();
        inlet.endOfInput();
        assertThat(done).hasValue(1);
    }

    /** R3.15: a client may send them as often as it likes while its target is reached. */
    @Test
    void whatNoWindowBoundsIsHeldAFewTimesOnly() {
        inlet.resize(WindowSize.cells(80, 24));
        type();
        for (int i = 0; i < 10_000; i++) {
            inlet.resize(WindowSize.cells(81 + i % 100, 24));
            inlet.signal("INT");
        }
        inlet.resize(WindowSize.cells(132, 50));
        inlet.open(target);
        inlet.resize(WindowSize.cells(80, 24));
        inlet.signal("TERM");

        assertThat(told).startsWith("resize to 132", "3 bytes", "INT").endsWith("INT", "resize", "TERM");
        assertThat(told).hasSize(2 + 8 + 2);
    }
}
