package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The way to the client, which several sources use: the answers of each target pass, and Gatehouse's own answers go between two of
 * them, never into one. A source that is inside a packet keeps the others waiting. The lock keeps deliveries one after the other
 * (R1.3).
 */
final class ClientSide {
    private static final class Waiting {
        final int source;
        final byte[] bytes;
        final boolean boundary;
        final Completion done;

        Waiting(int source, byte[] bytes, boolean boundary, Completion done) {
            this.source = source;
            this.bytes = bytes;
            this.boundary = boundary;
            this.done = done;
        }
    }

    private static final int NOBODY = 0;

    private final TerminalOutput client;
    private final AtomicInteger sources = new AtomicInteger(NOBODY);
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    /** Whose packet is under way. */
    private int speaker = NOBODY;

    private boolean closed;

    ClientSide(TerminalOutput client) {
        this.client = client;
    }

    /** One more stream of whole packets. */
    PacketFramer.Sink source() {
        int source = sources.incrementAndGet();
        return (bytes, offset, length, boundary, done) -> pass(source, bytes, offset, length, boundary, done);
    }

    void answer(byte[] packet, Completion done) {
        source().pass(packet, 0, packet.length, true, done);
    }

    private synchronized void pass(
            int source, byte[] bytes, int offset, int length, boolean boundary, Completion done) {
        if (closed) {
            done.complete();
            return;
        }
        if (speaker != NOBODY && speaker != source) {
            waiting.add(new Waiting(source, Arrays.copyOfRange(bytes, offset, offset + length), boundary, done));
            return;
        }
        speaker = boundary ? NOBODY : source;
        client.output(bytes, offset, length, done);
        Optional<Waiting> next = boundary ? next() : Optional.empty();
        while (next.isPresent()) {
            Waiting piece = next.get();
            speaker = piece.boundary ? NOBODY : piece.source;
            client.output(piece.bytes, 0, piece.bytes.length, piece.done);
            next = next();
        }
    }

    /** The first piece that may go now. */
    private Optional<Waiting> next() {
        for (Iterator<Waiting> pieces = waiting.iterator(); pieces.hasNext(); ) {
            Waiting piece = pieces.next();
            if (speaker == NOBODY || speaker == piece.source) {
                pieces.remove();
                return Optional.of(piece);
            }
        }
        return Optional.empty();
    }

    synchronized void endOfOutput() {
        if (!closed) {
            client.endOfOutput();
        }
    }

    synchronized void close(Optional<ProblemException> reason) {
        if (closed) {
            return;
        }
        closed = true;
        waiting.forEach(piece -> piece.done.complete());
        waiting.clear();
        client.closed(reason);
    }
}
