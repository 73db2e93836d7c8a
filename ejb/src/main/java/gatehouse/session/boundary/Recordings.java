package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.control.recording.RecordingReader;
import gatehouse.session.entity.RecordingRoom;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionRight;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;

/** What was recorded, for those who may see it. Every view is audited. */
@Stateless
public class Recordings {
    @Inject
    private SessionRows rows;

    @Inject
    private RecordingDesk desk;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    /**
     * Opens a recording, also of a session that still runs. Its chain of hashes is verified here, its chunks as they are read.
     *
     * @return to be closed
     * @throws gatehouse.kernel.ProblemException {@code RECORDING_UNKNOWN}, {@code RECORDING_DAMAGED}
     */
    public Replay open(Caller caller, SessionId id) {
        caller.require(SessionRight.RECORDING_VIEW);
        Session session = rows.find(caller.scope(), id)
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session"));
        audit.record(AuditEvent.of("session.recording-viewed", caller).with("session", AuditField.open(id)));
        try {
            RecordingReader reader = desk.read(desk.store().path(id, session.startedAt()));
            requireWhole(session, reader);
            return new Replay(reader);
        } catch (IOException e) {
            throw SessionProblem.RECORDING_UNKNOWN.problem("the recording cannot be read at the moment", e);
        }
    }

    /** Whether the storage takes recordings at the moment; without it no session is opened. No caller: it tells nothing about anybody. */
    public boolean canRecord() {
        return desk.store().trouble().isEmpty();
    }

    /** How much room the storage has, for those who look after sessions. */
    public RecordingRoom room(Caller caller) {
        caller.require(SessionRight.VIEW);
        long least = settings.get(RecordingRules.class).leastFreeBytes();
        return new RecordingRoom(desk.store().freeBytes(), least, desk.store().trouble());
    }

    /** A recording that was closed must still end as the audit log says. */
    private static void requireWhole(Session session, RecordingReader reader) throws IOException {
        boolean right = session.recordingHash()
                .map(hash -> reader.scan().complete()
                        && Arrays.equals(hash, reader.scan().hash()))
                .orElse(true);
        if (!right) {
            reader.close();
            throw SessionProblem.RECORDING_DAMAGED.problem("this recording was changed or cut after it was closed: "
                    + reader.scan().fault().orElse("its end differs"));
        }
    }
}
