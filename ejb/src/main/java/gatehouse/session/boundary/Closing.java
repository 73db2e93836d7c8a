package gatehouse.session.boundary;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.SessionEnd;
import gatehouse.session.control.recording.Recorder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The end of a session, in any case. What cannot be written down because the database is away is kept and tried again. */
@ApplicationScoped
class Closing {
    @Inject
    private SessionBook book;

    @Inject
    private LiveSessions live;

    private final Queue<Runnable> unwritten = new ConcurrentLinkedQueue<>();

    /** It never ran. */
    void failed(LiveSession session, ProblemException problem) {
        write(session, Opening.failure(problem));
    }

    void close(LiveSession session, TerminalConnection connection, SessionEnd end) {
        live.remove(session.id());
        connection.close();
        write(session, end);
    }

    private void write(LiveSession session, SessionEnd end) {
        attempt(() -> book.ended(session.facts().caller(), session.id(), end));
        session.recorder().ifPresent(recorder -> {
            CompletableFuture<Void> _ = recorder.finish().thenAccept(seal -> sealed(session, seal));
        });
    }

    private void sealed(LiveSession session, Recorder.Seal seal) {
        attempt(() -> book.recordingClosed(session.facts().caller(), session.id(), seal));
    }

    /** Now, or again every few seconds. */
    void attempt(Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException e) {
            SessionLog.LOG.endNotWritten(e);
            unwritten.add(writing);
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
    }
}
