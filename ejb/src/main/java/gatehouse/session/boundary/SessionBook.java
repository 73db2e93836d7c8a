package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Scope;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.live.SessionEnd;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.control.recording.Remains;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/** Writes down what becomes of sessions, each step in its own transaction together with its audit event. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SessionBook {
    @Inject
    private SessionRows rows;

    @Inject
    private AuditLog audit;

    /** Nobody was let in. */
    public void refused(Caller caller, ConnectRequest request, ProblemException reason) {
        audit.record(AuditEvent.of("session.refused", caller)
                .with("asset", AuditField.open(request.asset()))
                .with("protocol", AuditField.open(request.protocol()))
                .with("reason", AuditField.open(reason.codeName())));
    }

    /** As {@link #refused} or {@link #tunnelRefused}, that many times more. */
    public void refusedMore(Caller caller, int refusals) {
        audit.record(AuditEvent.of("session.refused-more", caller).with("refusals", AuditField.open(refusals)));
    }

    /** A connection was not forwarded. */
    public void tunnelRefused(
            Caller caller, ConnectRequest request, TunnelDestination destination, ProblemException reason) {
        audit.record(AuditEvent.of("session.tunnel-refused", caller)
                .with("asset", AuditField.open(request.asset()))
                .with("protocol", AuditField.open(request.protocol()))
                .with("destination", AuditField.open(destination))
                .with("reason", AuditField.open(reason.codeName())));
    }

    /** The session is about to reach its target. */
    public void opened(Caller caller, Session session) {
        rows.add(session);
        audit.record(AuditEvent.of("session.opened", caller)
                .about("session", session.id().value())
                .with("asset", AuditField.open(session.asset()))
                .with("asset-name", AuditField.open(session.assetName()))
                .with("account", AuditField.open(session.accountName()))
                .with("protocol", AuditField.open(session.protocol()))
                .with("kind", AuditField.open(session.kind()))
                .with("command", AuditField.sensitive(session.command()))
                .with("permission", AuditField.open(session.permission())));
    }

    /** The target has accepted the account. */
    public void connected(Caller caller, SessionId id, boolean recorded) {
        require(caller, id).connected(recorded);
    }

    /** Once: what is over already was written by an attempt whose answer the database still owes. */
    public void ended(Caller caller, SessionId id, SessionEnd end, Instant at) {
        Session session = require(caller, id);
        if (session.outcome().isOver()) {
            return;
        }
        session.end(end.outcome(), end.detail(), at, end.traffic());
        audit.record(AuditEvent.of("session.ended", caller)
                .about("session", id.value())
                .with("outcome", AuditField.open(end.outcome()))
                .with("detail", AuditField.open(end.detail()))
                .with("input-bytes", AuditField.open(end.traffic().input()))
                .with("output-bytes", AuditField.open(end.traffic().output())));
    }

    /** The recording is whole on the disk; its last hash goes into the chain of the audit log. */
    public void recordingClosed(Caller caller, SessionId id, Recorder.Seal seal) {
        Session session = require(caller, id);
        if (session.recordingHash().isPresent()) {
            return;
        }
        session.recordingClosed(seal.bytes(), seal.chunks(), seal.hash());
        audit.record(AuditEvent.of("session.recording-closed", caller)
                .about("session", id.value())
                .with("bytes", AuditField.open(seal.bytes()))
                .with("chunks", AuditField.open(seal.chunks()))
                .with("hash", AuditField.open(HexFormat.of().formatHex(seal.hash()))));
    }

    /** It was open when the server died; {@code remains} are those of its recording. */
    public void recovered(Session left, Optional<Remains> remains) {
        Session session = rows.find(new Scope(left.organisation()), left.id()).orElseThrow();
        Instant end = remains.map(recording -> session.startedAt().plus(recording.lasted()))
                .or(() -> rows.lastLogged(session))
                .orElse(session.startedAt());
        session.end(SessionOutcome.SERVER_STOPPED, "", end, session.traffic());
        Optional<Recorder.Seal> seal = remains.map(Remains::seal);
        seal.ifPresent(closed -> session.recordingClosed(closed.bytes(), closed.chunks(), closed.hash()));
        audit.record(AuditEvent.of("session.recovered", AuditEvent.Actor.system(session.organisation()))
                .about("session", session.id().value())
                .with(
                        "hash",
                        AuditField.open(seal.map(closed -> HexFormat.of().formatHex(closed.hash()))
                                .orElse(""))));
    }

    private Session require(Caller caller, SessionId id) {
        return rows.find(caller.scope(), id)
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session"));
    }
}
