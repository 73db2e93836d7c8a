package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.live.TestingTerminal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwitchboardTest {
    private final Switchboard switchboard = new Switchboard(WindowSize.cells(80, 24));
    private final List<String> typed = Collections.synchronizedList(new ArrayList<>());

    /** The next keys come by another thread, while those that waited are passed on. */
    @Test
    void nothingOvertakesWhatWasTypedBeforeTheSessionWasThere() throws InterruptedException {
        Thread next = Thread.ofPlatform().unstarted(() -> type("third"));
        type("first");
        type("second");

        switchboard.connect(new Target(next), List.of());
        next.join();

        assertThat(typed).containsExactly("first", "second", "third");
    }

    private void type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        switchboard.input(bytes, 0, bytes.length, Completion.NOTHING);
    }

    private final class Target extends PassedInput {
        private final Thread other;

        Target(Thread other) {
            super(new TestingTerminal());
            this.other = other;
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            typed.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            next.input(bytes, offset, length, done);
            if (typed.size() == 1) {
                other.start();
                while (other.getState() != Thread.State.BLOCKED && other.isAlive()) {
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** The menu's thread may be writing to somebody whose client reads no more. */
    @Test
    void whatNoWindowBoundsWaitsOnce() throws InterruptedException {
        for (int i = 0; i < 10_000; i++) {
            switchboard.resize(WindowSize.cells(81, 24));
            switchboard.signal("INT");
        }
        switchboard.resize(WindowSize.cells(132, 50));

        assertThat(switchboard.next(Duration.ZERO)).isInstanceOf(MenuEvent.Resized.class);
        assertThat(switchboard.next(Duration.ZERO)).isInstanceOf(MenuEvent.Interrupted.class);
        assertThat(switchboard.next(Duration.ZERO)).isNull();
        assertThat(switchboard.size()).isEqualTo(WindowSize.cells(132, 50));
        switchboard.resize(WindowSize.cells(80, 24));
        assertThat(switchboard.next(Duration.ZERO)).isInstanceOf(MenuEvent.Resized.class);
    }
}
