package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The way to the peer. What is sent before the connection is known waits for it. */
final class Sender {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte[] bytes, Completion done) {}

    private final ArrayDeque<Piece> early = new ArrayDeque<>();
    private Optional<TunnelFlow> peer = Optional.empty();
    private boolean closed;

    /** Takes {@code bytes} over; they go out whole and in order. */
    synchronized void send(byte[] bytes, Completion done) {
        if (closed) {
            done.complete();
        } else if (peer.isEmpty()) {
            early.add(new Piece(bytes, done));
        } else {
            peer.get().bytes(bytes, 0, bytes.length, done);
        }
    }

    /** @return false when it is not wanted any more; it has been closed then */
    boolean connected(TunnelFlow to) {
        synchronized (this) {
            if (!closed) {
                early.forEach(piece -> to.bytes(piece.bytes(), 0, piece.bytes().length, piece.done()));
                early.clear();
                peer = Optional.of(to);
                return true;
            }
        }
        to.close();
        return false;
    }

    /** Idempotent. */
    void close() {
        List<Piece> dropped;
        Optional<TunnelFlow> open;
        synchronized (this) {
            closed = true;
            dropped = List.copyOf(early);
            early.clear();
            open = peer;
        }
        dropped.forEach(piece -> piece.done().complete());
        open.ifPresent(TunnelFlow::close);
    }
}
