package gatehouse.connector.telnet.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * Delivers to a terminal's output, one piece after the other, whoever hands them over. What comes before there is an output waits;
 * its completions wait, too, which bounds it. No lock is held while something is delivered.
 */
final class Feed {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Piece(byte[] bytes, Completion done) {}

    private final ArrayDeque<Piece> waiting = new ArrayDeque<>();
    private TerminalOutput output;
    private boolean delivering;
    private boolean ending;
    private boolean ended;
    private Optional<ProblemException> reason = Optional.empty();

    /** Takes {@code bytes} over. */
    void deliver(byte[] bytes, Completion done) {
        if (isQueued(new Piece(bytes, done))) {
            drain();
            return;
        }
        done.complete();
    }

    private synchronized boolean isQueued(Piece piece) {
        return !ending && waiting.add(piece);
    }

    /** Called once. */
    void attach(TerminalOutput to) {
        synchronized (this) {
            output = to;
        }
        drain();
    }

    /** Nothing more comes; what waits is still delivered. Idempotent: the first reason counts. */
    void finish(Optional<ProblemException> why) {
        synchronized (this) {
            if (!ending) {
                ending = true;
                reason = why;
            }
        }
        drain();
    }

    /** The wire is closed: lets the sources go; what they have delivered may still be shown. Idempotent. */
    void release() {
        List<Piece> kept;
        synchronized (this) {
            ending = true;
            kept = List.copyOf(waiting);
            waiting.clear();
            kept.forEach(piece -> waiting.add(new Piece(piece.bytes(), Completion.NOTHING)));
        }
        kept.forEach(piece -> piece.done().complete());
        drain();
    }

    private void drain() {
        while (isMine()) {
            Optional<Piece> next = next();
            if (next.isPresent()) {
                Piece piece = next.get();
                output.output(piece.bytes(), 0, piece.bytes().length, piece.done());
            } else {
                tellEnd();
            }
            synchronized (this) {
                delivering = false;
            }
        }
    }

    /** Whether there is something to deliver, and nobody else is delivering. */
    private synchronized boolean isMine() {
        boolean something = !waiting.isEmpty() || (ending && !ended);
        if (delivering || output == null || !something) {
            return false;
        }
        delivering = true;
        return true;
    }

    private synchronized Optional<Piece> next() {
        Optional<Piece> next = Optional.ofNullable(waiting.poll());
        ended |= next.isEmpty();
        return next;
    }

    private void tellEnd() {
        output.endOfOutput();
        if (reason.isEmpty()) {
            output.exited(new ExitStatus.Unknown());
        }
        output.closed(reason);
    }
}
