package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.recording.RecentViews;
import gatehouse.session.control.recording.RecordedEvent;
import gatehouse.session.control.recording.RecordingDesk;
import gatehouse.session.control.recording.RecordingReader;
import gatehouse.session.control.recording.RecordingScan;
import gatehouse.session.control.recording.ToldEnd;
import gatehouse.session.entity.RecordingCheck;
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
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What was recorded, for those who may see it. Every view is audited. */
@Stateless
public class Recordings {
    /** Between the end of a session and that of its recording. */
    private static final Duration CLOSING = Duration.ofMinutes(1);

    @Inject
    private SessionRows rows;

    @Inject
    private RecordingDesk desk;

    @Inject
    private RecentViews views;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * Opens a recording, also of a session that still runs. Its chain of hashes is verified here, its chunks as they are read.
     *
     * @return to be closed
     * @throws gatehouse.kernel.ProblemException {@code RECORDING_UNKNOWN}, {@code RECORDING_DAMAGED}
     */
    public Replay open(Caller caller, SessionId id) {
        Session session = require(caller, id);
        if (views.isNew(caller, id, clock.instant())) {
            record("session.recording-viewed", caller, id);
        }
        ToldEnd told = told(caller, session); // it may throw, and nothing is open yet
        RecordingReader reader = read(session);
        requireWhole(session, told, reader);
        return new Replay(reader);
    }

    /** The same, to keep it: each time is audited. */
    public Replay download(Caller caller, SessionId id) {
        caller.require(SessionRight.RECORDING_VIEW);
        record("session.recording-downloaded", caller, id);
        return open(caller, id);
    }

    /** Reads the whole recording and says what came of it; never throws because it is damaged. */
    public RecordingCheck verify(Caller caller, SessionId id) {
        Session session = require(caller, id);
        RecordingCheck check = checked(session, told(caller, session));
        audit.record(AuditEvent.of("session.recording-verified", caller)
                .about("session", id.value())
                .with("whole", AuditField.open(check.isWhole()))
                .with("hash", AuditField.open(check.hash())));
        return check;
    }

    private ToldEnd told(Caller caller, Session session) {
        return ToldEnd.of(session.id(), audit.about(caller, session.id().value(), ToldEnd.EVENTS));
    }

    private RecordingCheck checked(Session session, ToldEnd told) {
        try (RecordingReader reader = read(session)) {
            RecordingScan scan = reader.scan();
            Optional<String> unreadable = unreadable(reader);
            String fault = scan.fault()
                    .or(() -> unreadable)
                    .or(() -> told.fault(scan, mayBeOpen(session)))
                    .orElse("");
            return new RecordingCheck(
                    scan.complete(),
                    unreadable.isEmpty(),
                    told.seals(scan),
                    scan.chunks().size(),
                    scan.validBytes(),
                    HexFormat.of().formatHex(scan.hash()),
                    fault);
        } catch (IOException e) {
            throw SessionProblem.RECORDING_UNKNOWN.problem("the recording cannot be read at the moment", e);
        } catch (ProblemException damaged) {
            if (damaged.code() != SessionProblem.RECORDING_DAMAGED) {
                throw damaged;
            }
            return new RecordingCheck(false, false, false, 0, 0, "", damaged.detail());
        }
    }

    private static Optional<String> unreadable(RecordingReader reader) throws IOException {
        try {
            for (RecordingScan.Chunk chunk : reader.scan().chunks()) {
                List<RecordedEvent> _ = reader.events(chunk);
            }
            return Optional.empty();
        } catch (ProblemException damaged) {
            return Optional.of(damaged.detail());
        }
    }

    private Session require(Caller caller, SessionId id) {
        caller.require(SessionRight.RECORDING_VIEW);
        return rows.find(caller.scope(), id)
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session"));
    }

    private RecordingReader read(Session session) {
        try {
            return desk.read(session.id(), desk.store().path(session.id(), session.startedAt()));
        } catch (IOException e) {
            throw SessionProblem.RECORDING_UNKNOWN.problem("the recording cannot be read at the moment", e);
        }
    }

    private void record(String type, Caller caller, SessionId id) {
        audit.record(AuditEvent.of(type, caller).about("session", id.value()));
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
    private void requireWhole(Session session, ToldEnd told, RecordingReader reader) {
        told.fault(reader.scan(), mayBeOpen(session)).ifPresent(fault -> {
            closeQuietly(reader);
            throw SessionProblem.RECORDING_DAMAGED.problem("this recording was changed or cut: " + fault);
        });
    }

    private boolean mayBeOpen(Session session) {
        return session.endedAt()
                .map(end -> end.plus(CLOSING).isAfter(clock.instant()))
                .orElse(!session.outcome().isOver());
    }

    private static void closeQuietly(RecordingReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            SessionLog.LOG.debug("a damaged recording could not be closed", e);
        }
    }
}
