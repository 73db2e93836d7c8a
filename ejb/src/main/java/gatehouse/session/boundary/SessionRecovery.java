package gatehouse.session.boundary;

import gatehouse.kernel.ProblemException;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.control.recording.Remains;
import gatehouse.session.entity.Session;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Closes what a crash left open, each session by itself: recordings are verified, cut behind their last whole chunk and closed; a
 * session ends when the last thing happened that anybody knows of.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SessionRecovery {
    private static final String MARKER = "the server stopped";

    @Inject
    private SessionRows rows;

    @Inject
    private SessionBook book;

    @Inject
    private RecordingDesk recordings;

    /** At the start, before anybody can connect. */
    public void recoverAll() {
        rows.unfinished().forEach(session -> {
            book.recovered(session, closeRecording(session));
            SessionLog.LOG.recovered(session.id());
        });
    }

    private Optional<Remains> closeRecording(Session session) {
        Path path = recordings.store().path(session.id(), session.startedAt());
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(recordings.recover(session.id(), path, MARKER));
        } catch (IOException | ProblemException e) {
            SessionLog.LOG.recordingNotRecovered(session.id(), e);
            return Optional.empty();
        }
    }
}
