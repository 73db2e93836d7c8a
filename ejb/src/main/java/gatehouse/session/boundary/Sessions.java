package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.kernel.Caller;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.session.control.SessionCounts;
import gatehouse.session.control.SessionRows;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.Watching;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionFilter;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionMetrics;
import gatehouse.session.entity.SessionNews;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.SessionWatcher;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** Sessions: what ran, what runs, and what may be done to it. Everybody sees and ends their own. */
@Stateless
public class Sessions {
    private static final int MAX_MESSAGE = 500;

    @Inject
    private SessionRows rows;

    @Inject
    private SessionCounts counts;

    @Inject
    private LiveSessions live;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** Without the right to see others' sessions: one's own. */
    public Page<Session> list(Caller caller, SessionFilter filter, PageRequest request) {
        SessionFilter allowed = caller.may(SessionRight.VIEW) ? filter : filter.of(caller.user());
        return rows.page(caller.scope(), allowed, request);
    }

    /** @throws gatehouse.kernel.ProblemException {@code SESSION_UNKNOWN} */
    public Session require(Caller caller, SessionId id) {
        return rows.find(caller.scope(), id)
                .filter(session -> session.user().equals(caller.user()) || caller.may(SessionRight.VIEW))
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session"));
    }

    /** What sessions that the caller may see amount to, by their ids. */
    public Map<SessionId, SessionMetrics> metrics(Caller caller, List<Session> sessions) {
        Map<SessionId, SessionCounts.Count> done = counts.of(caller.scope(), sessions);
        return sessions.stream().collect(Collectors.toMap(Session::id, session -> {
            SessionCounts.Count count = done.getOrDefault(session.id(), SessionCounts.Count.NOTHING);
            return metrics(session, count, live.find(caller.scope(), session.id()));
        }));
    }

    private static SessionMetrics metrics(Session session, SessionCounts.Count count, Optional<LiveSession> running) {
        return new SessionMetrics(
                running.map(LiveSession::traffic).orElseGet(session::traffic),
                count.commands(),
                count.transfers(),
                count.risk(),
                running.map(now -> !now.lockedBy().isEmpty()).orElse(false),
                running.map(now -> now.participants().size()).orElse(0));
    }

    /**
     * @param message for the person; may be empty
     * @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} for control characters other than line breaks and tabs
     */
    public void terminate(Caller caller, SessionId id, String message) {
        requireText(message);
        LiveSession session = requireLive(caller, id, SessionRight.TERMINATE);
        String text = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
        String why = "The session was ended by " + caller.username() + (text.isBlank() ? "." : ": " + text.strip());
        audit.record(told("session.terminated", caller, id).with("message", AuditField.open(text)));
        session.end(SessionProblem.SESSION_TERMINATED.problem(why));
    }

    private static void requireText(String message) {
        if (message.chars().anyMatch(c -> Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)) {
            throw KernelProblem.VALUE_INVALID.at("message", "the message may have no control characters");
        }
    }

    /** What the person types is dropped until {@link #unlock}. */
    public void lock(Caller caller, SessionId id) {
        caller.require(SessionRight.LOCK);
        LiveSession session = live.require(caller.scope(), id);
        audit.record(told("session.locked", caller, id));
        session.lock(caller.username());
    }

    public void unlock(Caller caller, SessionId id) {
        caller.require(SessionRight.LOCK);
        LiveSession session = live.require(caller.scope(), id);
        audit.record(told("session.unlocked", caller, id));
        session.unlock();
    }

    /**
     * Joins with the current screen.
     *
     * @return sends the watcher away
     */
    public Runnable watch(Caller caller, SessionId id, SessionWatcher watcher) {
        LiveSession session = requireLive(caller, id, SessionRight.WATCH);
        audit.record(told("session.watched", caller, id));
        Watching watching = session.watch(watcher, caller, clock.instant());
        return () -> watching.end("");
    }

    /** News about one's own session. @return ends them */
    public Runnable follow(Caller caller, SessionId id, SessionNews news) {
        return requireOwn(caller, id).follow(news, false);
    }

    /**
     * What the screen of one's own session shows, as escape sequences that paint it.
     *
     * @param atThatPoint runs between the last output that is in the picture and the first that is not; returns at once
     */
    public CompletionStage<String> picture(Caller caller, SessionId id, Runnable atThatPoint) {
        return requireOwn(caller, id).picture(atThatPoint);
    }

    private LiveSession requireOwn(Caller caller, SessionId id) {
        return live.find(caller.scope(), id)
                .filter(session -> session.facts().caller().user().equals(caller.user()))
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session runs at the moment"));
    }

    private LiveSession requireLive(Caller caller, SessionId id, SessionRight right) {
        LiveSession session = live.require(caller.scope(), id);
        if (!session.facts().caller().user().equals(caller.user())) {
            caller.require(right);
        }
        return session;
    }

    private static AuditEvent told(String type, Caller caller, SessionId id) {
        return AuditEvent.of(type, caller).about("session", id.value());
    }
}
