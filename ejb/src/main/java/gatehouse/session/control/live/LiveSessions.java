package gatehouse.session.control.live;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Scope;
import gatehouse.session.control.SessionLog;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.infinispan.Cache;

/**
 * The sessions that run here, by their id. Which node runs which is in the cache {@code sessions} (id → node), so that a cluster can
 * find them.
 */
@ApplicationScoped
public class LiveSessions {
    private static final String STOPPING = "Gatehouse is being stopped.";

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/sessions")
    private Cache<String, String> index;

    private final Map<SessionId, Supervised> running = new ConcurrentHashMap<>();
    /** Their targets are being reached. */
    private final Map<SessionId, LiveSession> opening = new ConcurrentHashMap<>();

    private volatile boolean stopping;

    /** A session and the clock that ends it. */
    private record Supervised(LiveSession session, Countdown countdown) {}

    protected LiveSessions() {}

    /** For tests. */
    public LiveSessions(Cache<String, String> index) {
        this.index = index;
    }

    /**
     * Its target is about to be reached, which may take a while: a stop ends it, too, and does not wait for the target.
     *
     * @throws gatehouse.kernel.ProblemException {@code SERVER_STOPPING}
     */
    public void reaching(LiveSession session) {
        opening.put(session.id(), session);
        if (stopping) {
            opening.remove(session.id());
            throw stopping();
        }
    }

    /**
     * Its target is reached.
     *
     * @throws gatehouse.kernel.ProblemException {@code SERVER_STOPPING}
     */
    public void add(LiveSession session) {
        running.put(session.id(), new Supervised(session, new Countdown(session)));
        opening.remove(session.id());
        if (stopping) {
            running.remove(session.id());
            throw stopping();
        }
        index.put(session.id().toString(), System.getProperty("jboss.node.name", ""));
    }

    /** What somebody is told whose session does not begin, or ends, because the server stops. */
    public static ProblemException stopping() {
        return SessionProblem.SERVER_STOPPING.problem(STOPPING);
    }

    public void remove(SessionId id) {
        opening.remove(id);
        running.remove(id);
        index.remove(id.toString());
    }

    public Optional<LiveSession> find(Scope scope, SessionId id) {
        return Optional.ofNullable(running.get(id))
                .map(Supervised::session)
                .filter(session -> session.facts().caller().organisation().equals(scope.organisation()));
    }

    /** @throws gatehouse.kernel.ProblemException {@code SESSION_UNKNOWN} */
    public LiveSession require(Scope scope, SessionId id) {
        return find(scope, id)
                .orElseThrow(() -> SessionProblem.SESSION_UNKNOWN.problem("no such session runs at the moment"));
    }

    public List<LiveSession> list() {
        return running.values().stream().map(Supervised::session).toList();
    }

    /**
     * Ends all of them and lets none begin. Completes when those that could be ended are closed.
     *
     * @param by one that hangs keeps none of the others from its end where each has a thread of its own
     */
    public CompletableFuture<Void> stop(Executor by) {
        stopping = true;
        return CompletableFuture.allOf(Stream.concat(list().stream(), opening.values().stream())
                .distinct()
                .map(session -> stopped(session, by))
                .toArray(CompletableFuture<?>[]::new));
    }

    private static CompletableFuture<Void> stopped(LiveSession session, Executor by) {
        return CompletableFuture.supplyAsync(() -> end(session), by)
                .thenCompose(ended -> ended ? session.closed() : CompletableFuture.completedFuture(null));
    }

    /** One that cannot be ended properly keeps none of the others from it. */
    private static boolean end(LiveSession session) {
        try {
            session.end(stopping());
            return true;
        } catch (RuntimeException e) {
            SessionLog.LOG.endFailed(session.id(), e);
            return false;
        }
    }

    /** After {@link #stop}, when the server goes on all the same. */
    public void resume() {
        stopping = false;
    }

    public int size() {
        return running.size();
    }

    /** Called every second: warns and ends. */
    public void tick(SessionLimits limits, Instant now) {
        Collection<Supervised> all = running.values();
        all.forEach(supervised -> supervised.countdown().tick(limits, now));
    }
}
