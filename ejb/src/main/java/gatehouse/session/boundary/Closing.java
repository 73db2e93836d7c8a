package gatehouse.session.boundary;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.RefusedRow;
import gatehouse.kernel.Spell;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.SessionEnd;
import gatehouse.session.control.recording.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The end of a session, in any case. What cannot be written down because the database is away is kept and tried again. */
@ApplicationScoped
class Closing {
    @Inject
    private SessionBook book;

    @Inject
    private LiveSessions live;

    @Inject
    private Clock clock;

    private final Queue<Runnable> unwritten = new ConcurrentLinkedQueue<>();
    private final Spell trouble = new Spell();

    /** It never ran. */
    void failed(LiveSession session, ProblemException problem) {
        write(session, Opening.failure(problem));
    }

    /** @param reached completes with the way to the target, perhaps only later; it is closed then */
    void close(LiveSession session, CompletionStage<TerminalConnection> reached, SessionEnd end) {
        live.remove(session.id());
        CompletionStage<Void> _ = reached.thenAccept(TerminalConnection::close);
        write(session, end);
    }

    private void write(LiveSession session, SessionEnd end) {
        Instant at = clock.instant();
        attempt(() -> book.ended(session.facts().caller(), session.id(), end, at));
        CompletableFuture<Void> _ = session.recorder()
                .map(recorder -> recorder.finish().thenAccept(seal -> sealed(session, seal)))
                .orElseGet(() -> CompletableFuture.completedFuture(null))
                .whenComplete((_, _) -> session.closed().complete(null));
    }

    private void sealed(LiveSession session, Recorder.Seal seal) {
        attempt(() -> book.recordingClosed(session.facts().caller(), session.id(), seal));
    }

    /** Now, or again every few seconds for as long as the database does not take it. */
    void attempt(Runnable writing) {
        try {
            writing.run();
        } catch (Exception failure) { // also the checked RollbackException of a transaction that could not commit
            if (RefusedRow.isBehind(failure)) {
                SessionLog.LOG.lineRefused("ends of sessions", failure);
                return;
            }
            unwritten.add(writing);
            told(failure);
        }
    }

    private void told(Exception failure) {
        if (trouble.begins()) {
            DatabaseOutage.in(failure)
                    .ifPresentOrElse(_ -> SessionLog.LOG.endsWait(), () -> SessionLog.LOG.endNotWritten(failure));
        }
    }

    /** Called every few seconds. */
    void retry() {
        int count = unwritten.size();
        for (int i = 0; i < count; i++) {
            Runnable writing = unwritten.poll();
            if (writing != null) {
                attempt(writing);
            }
        }
        if (unwritten.isEmpty() && trouble.isOver()) {
            SessionLog.LOG.endsWritten();
        }
    }
}
