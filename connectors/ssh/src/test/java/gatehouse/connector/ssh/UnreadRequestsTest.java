package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.TestingOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.outbound.TerminalConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No window bounds what a client asks of its terminal: to a target that does not read, little of it is under way. */
class UnreadRequestsTest {
    private static final int WINDOW = 2 * 1024 * 1024;
    private static final WindowSize LAST = WindowSize.cells(132, 50);

    /** A program that reads nothing until it is told to. */
    private static final class Target implements TerminalInput {
        final CompletableFuture<Void> full = new CompletableFuture<>();
        final CompletableFuture<Void> lastSize = new CompletableFuture<>();
        final CompletableFuture<Void> ended = new CompletableFuture<>();
        private final ArrayDeque<Completion> unread = new ArrayDeque<>();
        private final List<WindowSize> sizes = new ArrayList<>();
        private final List<String> signals = new ArrayList<>();
        private boolean reading;
        private long bytes;

        @Override
        public void input(byte[] data, int offset, int length, Completion done) {
            boolean reads;
            synchronized (this) {
                bytes += length;
                reads = reading;
                if (!reads) {
                    unread.add(done);
                }
                if (bytes == WINDOW) {
                    full.complete(null);
                }
            }
            if (reads) {
                done.complete();
            }
        }

        void read() {
            List<Completion> all;
            synchronized (this) {
                reading = true;
                all = List.copyOf(unread);
                unread.clear();
            }
            all.forEach(Completion::complete);
        }

        @Override
        public synchronized void resize(WindowSize size) {
            sizes.add(size);
            if (size.equals(LAST)) {
                lastSize.complete(null);
            }
        }

        @Override
        public synchronized void signal(String name) {
            signals.add(name);
        }

        @Override
        public void endOfInput() {
            ended.complete(null);
        }

        @Override
        public void close() {}
    }

    @Test
    void ofManySizesTheLastCountsAndOfManySignalsTheFirst() throws Exception {
        Target target = new Target();
        try (TestingBastion bastion = new TestingBastion(TestingBastion.anyPort())) {
            bastion.own = output -> target;
            try (TerminalConnection wire =
                    bastion.connector.connect(TestingTarget.byPassword(bastion.port, "alice", "right"))) {
                TerminalInput input = wire.open(TerminalRequest.exec("own"), new TestingOutput())
                        .toCompletableFuture()
                        .get(180, TimeUnit.SECONDS);
                input.input(new byte[2 * WINDOW], 0, 2 * WINDOW, Completion.NOTHING);
                target.full.get(180, TimeUnit.SECONDS);
                for (int i = 0; i < 1000; i++) {
                    input.resize(WindowSize.cells(80, 24));
                    input.signal("INT");
                }
                input.resize(LAST);
                input.endOfInput();

                target.read();
                target.ended.get(180, TimeUnit.SECONDS);
                target.lastSize.get(180, TimeUnit.SECONDS);
            }
        }
        assertThat(target.sizes).containsExactly(WindowSize.cells(80, 24), LAST);
        assertThat(target.signals).hasSize(8);
    }
}
