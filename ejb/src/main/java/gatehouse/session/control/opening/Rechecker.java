package gatehouse.session.control.opening;

import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.session.control.SessionLog;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Asks policy again about sessions that run (R11.34): whatever was changed, and on whichever server, the version of what decisions are
 * made from says so.
 */
@ApplicationScoped
public class Rechecker {
    private LiveSessions live;
    private Authoriser authoriser;
    private Decisions decisions;

    private final Map<OrganisationId, PolicyVersion> answered = new ConcurrentHashMap<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean failing = new AtomicBoolean();

    protected Rechecker() {}

    @Inject
    Rechecker(LiveSessions live, Authoriser authoriser, Decisions decisions) {
        this.live = live;
        this.authoriser = authoriser;
        this.decisions = decisions;
    }

    /**
     * The target is reached: this session is one of those that run from now on. What changed meanwhile told nobody of it, so policy is
     * asked once more, and what it says now counts.
     *
     * @throws ProblemException as {@link Authoriser#admit}; the session runs not then
     */
    public void enter(LiveSession session) {
        live.add(session);
        try {
            session.ask(() -> authoriser
                    .admit(session.facts().caller(), session.facts().request())
                    .allow());
        } catch (RuntimeException failure) {
            live.remove(session.id());
            throw failure;
        }
    }

    /**
     * Called every second: asks where something has changed since every session had its answer.
     *
     * @param allowed told of each session that goes on
     */
    public void look(Consumer<LiveSession> allowed) {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            live.list().stream()
                    .map(session -> session.facts().caller())
                    .collect(Collectors.toMap(Caller::organisation, Function.identity(), (one, other) -> one))
                    .values()
                    .forEach(caller -> look(caller, allowed));
        } finally {
            looking.set(false);
        }
    }

    /** The version is read first: a session that is not among these then was admitted by that version or a later one. */
    private void look(Caller caller, Consumer<LiveSession> allowed) {
        OrganisationId organisation = caller.organisation();
        try {
            PolicyVersion now = decisions.version(caller);
            if (now.equals(answered.get(organisation))) {
                return;
            }
            if (recheck(running(organisation), allowed)) {
                answered.put(organisation, now);
            }
        } catch (RuntimeException e) {
            told(e);
        }
    }

    private List<LiveSession> running(OrganisationId organisation) {
        return live.list().stream()
                .filter(session -> session.facts().caller().organisation().equals(organisation))
                .toList();
    }

    /**
     * Asks about each; that there is no answer for one keeps no other from its own.
     *
     * @param allowed told of each session that goes on
     * @return whether there was an answer for all
     */
    public boolean recheck(Collection<LiveSession> sessions, Consumer<LiveSession> allowed) {
        int unanswered = 0;
        for (LiveSession session : sessions) {
            try {
                recheck(session, allowed);
            } catch (RuntimeException e) {
                unanswered++;
                told(e);
            }
        }
        if (unanswered == 0) {
            failing.set(false);
        }
        return unanswered == 0;
    }

    /** Each, for the same reason; one that cannot be ended properly keeps none of the others alive. */
    public void end(Collection<LiveSession> sessions, ProblemException reason) {
        for (LiveSession session : sessions) {
            try {
                session.end(reason);
            } catch (RuntimeException e) {
                SessionLog.LOG.endFailed(session.id(), e);
            }
        }
    }

    private void recheck(LiveSession session, Consumer<LiveSession> goesOn) {
        Decision decision = session.ask(() ->
                authoriser.decide(session.facts().caller(), session.facts().request(), Action.CONNECT));
        switch (decision) {
            case Decision.Allow _ -> goesOn.accept(session);
            case Decision.Deny _, Decision.Review _, Decision.Challenge _ ->
                session.end(SessionProblem.PERMISSION_ENDED.problem("The permission for this session was taken back."));
        }
    }

    /** Once, not every second for as long as the database is away. */
    private void told(RuntimeException failure) {
        if (failing.compareAndSet(false, true)) {
            SessionLog.LOG.recheckFailed(failure);
        }
    }
}
