package gatehouse.access.control;

import gatehouse.identity.entity.IdentityProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Holds an answer back. Not too many at once: a held answer holds a thread. */
@ApplicationScoped
public class Pause {
    private static final int MOST_HELD = 64;

    private final Semaphore held = new Semaphore(MOST_HELD);

    /** @throws gatehouse.kernel.ProblemException {@code BUSY} when too many are held already */
    public void of(Duration duration) {
        if (duration.isZero()) {
            return;
        }
        if (!held.tryAcquire()) {
            throw IdentityProblem.BUSY.problem("too many people are signing in at once; try again in a few seconds");
        }
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held.release();
        }
    }
}
