package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A TCP connection as a flow. The reader waits until the last piece is done: at most {@value #BUFFER} bytes are under way to a
 * stopped reader. Writes queue; the sources bound the queue by waiting for their completions.
 */
final class SocketFlow implements TunnelFlow {
    static final int BUFFER = 64 * 1024;

    private record Piece(ByteBuffer bytes, Completion done) {}

    /** Wakes the writer at the end. */
    private static final Piece NOTHING = new Piece(ByteBuffer.allocate(0), Completion.NOTHING);

    private final SocketChannel channel;
    private final TunnelFlow back;
    private final Consumer<SocketFlow> whenClosed;
    private final LinkedBlockingQueue<Piece> outgoing = new LinkedBlockingQueue<>();
    private final Semaphore lastDone = new Semaphore(0);
    private final AtomicBoolean closed = new AtomicBoolean();

    SocketFlow(SocketChannel channel, TunnelFlow back, Consumer<SocketFlow> whenClosed) {
        this.channel = channel;
        this.back = back;
        this.whenClosed = whenClosed;
    }

    void start(Executor waiting) {
        waiting.execute(() -> untilItBreaks(this::readAll));
        waiting.execute(() -> untilItBreaks(this::writeAll));
    }

    @FunctionalInterface
    private interface Loop {
        void run() throws IOException, InterruptedException;
    }

    private void untilItBreaks(Loop loop) {
        try {
            loop.run();
        } catch (IOException broken) {
            close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private void readAll() throws IOException, InterruptedException {
        ByteBuffer incoming = ByteBuffer.allocate(BUFFER);
        for (int count = channel.read(incoming); count >= 0; count = channel.read(incoming.clear())) {
            back.bytes(incoming.array(), 0, count, lastDone::release);
            lastDone.acquire();
        }
        back.end();
    }

    private void writeAll() throws IOException, InterruptedException {
        while (!closed.get()) {
            Piece next = outgoing.take();
            try {
                while (next.bytes().hasRemaining()) {
                    channel.write(next.bytes());
                }
            } finally {
                next.done().complete();
            }
        }
        abandon();
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length, Completion done) {
        outgoing.add(new Piece(ByteBuffer.wrap(Arrays.copyOfRange(bytes, offset, offset + length)), done));
        if (closed.get()) {
            abandon();
        }
    }

    @Override
    public void end() {
        // telnet has no use for half a connection
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // closed is what was wanted
        }
        abandon();
        outgoing.add(NOTHING);
        whenClosed.accept(this);
        back.close();
    }

    /** What was not written is completed all the same (R1.2). */
    private void abandon() {
        for (Piece next = outgoing.poll(); next != null; next = outgoing.poll()) {
            next.done().complete();
        }
    }
}
