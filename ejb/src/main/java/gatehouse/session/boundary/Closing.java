package gatehouse.session.boundary;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.Caller;
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
import java.util.function.Consumer;

/** The end of a session, in any case. What cannot be written down because the database is away is kept and tried again. */
@ApplicationScoped
class Closing {
    private static final String WHAT = "ends of sessions and connections";

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
        Caller caller = session.facts().caller();
        attempt(
                () -> book.ended(caller, session.id(), end, at),
                () -> book.ended(caller, session.id(), end.inAscii(), at));
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
        attempt(writing, refusal -> SessionLog.LOG.lineRefused(WHAT, refusal));
    }

    /** @param inAscii instead, when the database refuses what is in it */
    void attempt(Runnable writing, Runnable inAscii) {
        attempt(writing, refusal -> {
            SessionLog.LOG.lineInAscii(WHAT, refusal);
            attempt(inAscii);
        });
    }

    private void attempt(Runnable writing, Consumer<Exception> refused) {
        try {
            writing.run();
        } catch (Exception failure) { // also the checked RollbackException of a transaction that could not commit
            if (RefusedRow.isBehind(failure)) {
                refused.accept(failure);
                return;
            }
            unwritten.add(() -> attempt(writing, refused));
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
            Runnable attempt = unwritten.poll();
            if (attempt != null) {
                attempt.run();
            }
        }
        if (unwritten.isEmpty() && trouble.isOver()) {
            SessionLog.LOG.endsWritten();
        }
    }
}
