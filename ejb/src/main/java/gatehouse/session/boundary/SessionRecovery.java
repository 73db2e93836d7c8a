package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionOutcome;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;

/** Closes what a crash left open: sessions get their end, recordings are verified, cut behind their last whole chunk and closed. */
@Stateless
public class SessionRecovery {
    private static final String MARKER = "the server stopped";

    @Inject
    private SessionRows rows;

    @Inject
    private RecordingDesk recordings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** At the start, before anybody can connect. */
    public void recoverAll() {
        rows.unfinished().forEach(this::recover);
    }

    private void recover(Session session) {
        session.end(SessionOutcome.SERVER_STOPPED, "", clock.instant(), session.traffic());
        Optional<Recorder.Seal> seal = closeRecording(session);
        seal.ifPresent(s -> session.recordingClosed(s.bytes(), s.chunks(), s.hash()));
        SessionLog.LOG.recovered(session.id());
        audit.record(AuditEvent.of("session.recovered", AuditEvent.Actor.system(session.organisation()))
                .with("session", AuditField.open(session.id()))
                .with(
                        "hash",
                        AuditField.open(seal.map(s -> HexFormat.of().formatHex(s.hash()))
                                .orElse(""))));
    }

    private Optional<Recorder.Seal> closeRecording(Session session) {
        Path path = recordings.store().path(session.id(), session.startedAt());
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(recordings.recover(path, MARKER));
        } catch (IOException | ProblemException e) {
            SessionLog.LOG.recordingNotRecovered(session.id(), e);
            return Optional.empty();
        }
    }
}
