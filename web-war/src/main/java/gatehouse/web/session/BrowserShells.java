package gatehouse.web.session;

import gatehouse.kernel.Caller;
import gatehouse.session.entity.SessionId;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Shells of browsers, also those whose socket has gone a moment ago. */
@ApplicationScoped
class BrowserShells {
    /** R20.2 */
    private static final long KEPT_SECONDS = 60;

    /** R20.8 */
    private static final long SILENT_SECONDS = 30;

    @Resource
    private ManagedScheduledExecutorService scheduler;

    private final Map<SessionId, BrowserShell> shells = new ConcurrentHashMap<>();

    void add(SessionId id, BrowserShell shell) {
        shells.put(id, shell);
    }

    void remove(SessionId id) {
        shells.remove(id);
    }

    Optional<BrowserShell> find(SessionId id, Caller caller, String tab) {
        return Optional.ofNullable(shells.get(id)).filter(shell -> shell.belongsTo(caller, hash(tab)));
    }

    void detached(BrowserShell shell, Wire wire) {
        shell.detach(wire).ifPresent(attachment -> {
            ScheduledFuture<?> _ = scheduler.schedule(() -> shell.abandon(attachment), KEPT_SECONDS, TimeUnit.SECONDS);
        });
    }

    /** What is done with a socket that may have asked for nothing by then. @return stops waiting */
    Runnable afterSilence(Runnable look) {
        ScheduledFuture<?> due = scheduler.schedule(look, SILENT_SECONDS, TimeUnit.SECONDS);
        return () -> due.cancel(false);
    }

    static byte[] hash(String tab) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(tab.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
