package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShellQueueTest {
    private static final WindowSize LAST = WindowSize.cells(132, 50);

    private final List<WindowSize> sizes = new ArrayList<>();
    private final List<Runnable> work = new ArrayList<>();
    private final ShellQueue queue = new ShellQueue(this::handle, work::add);

    private void handle(ShellQueue.Event event) {
        if (event instanceof ShellQueue.Resized(WindowSize size)) {
            sizes.add(size);
        }
    }

    /** R1.1: a client may send them faster than a screen is painted. */
    @Test
    void ofManySizesAFewWaitAndTheLastCounts() {
        for (int i = 0; i < 10_000; i++) {
            queue.resized(WindowSize.cells(80, 24));
            queue.output(new byte[] {'x'}, 0, 1);
        }
        queue.resized(LAST);
        work.forEach(Runnable::run);

        assertThat(sizes).hasSize(ShellQueue.MOST_SIZES).endsWith(LAST);
        queue.resized(WindowSize.cells(90, 30));
        work.getLast().run();
        assertThat(sizes).endsWith(LAST, WindowSize.cells(90, 30));
    }
}
