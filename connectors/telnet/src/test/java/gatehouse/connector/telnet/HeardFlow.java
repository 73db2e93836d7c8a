package gatehouse.connector.telnet;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import java.util.concurrent.CompletableFuture;

/** Passes everything on, and knows when enough has passed. */
final class HeardFlow implements TunnelFlow {
    final CompletableFuture<Void> heard = new CompletableFuture<>();
    private final TunnelFlow next;
    private int left;

    /** @param bytes that are enough */
    HeardFlow(TunnelFlow next, int bytes) {
        this.next = next;
        this.left = bytes;
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length, Completion done) {
        next.bytes(bytes, offset, length, done);
        left -= length;
        if (left <= 0) {
            heard.complete(null);
        }
    }

    @Override
    public void end() {
        next.end();
    }

    @Override
    public void close() {
        next.close();
    }
}
