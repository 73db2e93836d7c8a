package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import java.nio.charset.StandardCharsets;
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

    private final class Target implements TerminalInput {
        private final Thread next;

        Target(Thread next) {
            this.next = next;
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            typed.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
            done.complete();
            if (typed.size() == 1) {
                next.start();
                while (next.getState() != Thread.State.BLOCKED && next.isAlive()) {
                    Thread.onSpinWait();
                }
            }
        }

        @Override
        public void endOfInput() {}

        @Override
        public void resize(WindowSize size) {}

        @Override
        public void signal(String name) {}

        @Override
        public void close() {}
    }
}
