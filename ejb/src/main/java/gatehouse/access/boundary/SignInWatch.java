package gatehouse.access.boundary;

import gatehouse.access.control.AccessLog;
import gatehouse.access.control.SignInLife;
import gatehouse.access.entity.SignInEnded;
import gatehouse.access.entity.SignInId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Work;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Tells connections that outlive a request when what opened them was taken back (R10.7): at once for what ends here, within seconds
 * for what another server ended and for people who expire.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignInWatch {
    private static final String OVER = "This sign-in is over. Sign in again.";

    @Inject
    private SignInLife life;

    @Resource
    private ContextService contexts;

    private final Map<UUID, Set<Consumer<String>>> listeners = new ConcurrentHashMap<>();

    /**
     * Returns at once.
     *
     * @param hangUp told why, once, on a thread that may wait; soon when it is over already
     * @return stops listening
     */
    public Runnable onEnd(Caller caller, Consumer<String> hangUp) {
        return onEnd(new SignInId(caller.signIn()), hangUp);
    }

    /**
     * The same for what somebody opened who is not here now.
     *
     * @param id of a sign-in, or of the bearer token that stands for one
     */
    public Runnable onEnd(SignInId id, Consumer<String> hangUp) {
        UUID proof = id.value();
        listeners.compute(proof, (_, known) -> {
            Set<Consumer<String>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(hangUp);
            return all;
        });
        aside(() -> look(proof));
        return () -> listeners.computeIfPresent(proof, (_, all) -> {
            all.remove(hangUp);
            return all.isEmpty() ? null : all;
        });
    }

    public void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded news) {
        tell(news.proof(), news.reason());
    }

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        listeners.keySet().forEach(this::look);
    }

    /** That one cannot be looked at keeps none of the others from it; it is looked at again in a moment. */
    private void look(UUID proof) {
        try {
            if (life.isTakenBack(proof)) {
                tell(proof, OVER);
            }
        } catch (RuntimeException e) {
            AccessLog.LOG.watchFailed(e);
        }
    }

    private void tell(UUID proof, String why) {
        Set<Consumer<String>> told = listeners.remove(proof);
        if (told != null) {
            told.forEach(hangUp -> aside(() -> hangUp.accept(why)));
        }
    }

    private void aside(Runnable task) {
        new Work("sign-in-end", contexts).execute(task);
    }
}
