package gatehouse.access.control;

import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Network;
import gatehouse.kernel.Places;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Holds an answer back. Not too many at once, because a held answer holds a thread; and few of one network, so that whoever guesses there
 * keeps nobody else from signing in to an account that is slowed. Whoever is held has a turn ({@link Turns}), and a network that is barred
 * gets none.
 */
@ApplicationScoped
public class Pause {
    static final int MOST_HELD = 256;
    static final int MOST_OF_NETWORK = 16;

    private final Semaphore held = new Semaphore(MOST_HELD);
    private final Places<Network> ofNetwork = new Places<>();
    private final Wait wait;

    /** How time passes. */
    interface Wait {
        void pass(Duration duration) throws InterruptedException;
    }

    public Pause() {
        this(Thread::sleep);
    }

    Pause(Wait wait) {
        this.wait = wait;
    }

    /** @throws gatehouse.kernel.ProblemException {@code BUSY} when too many are held already */
    public void of(Duration duration, String address) {
        if (duration.isZero()) {
            return;
        }
        Network network = Network.of(address);
        if (!ofNetwork.take(network, MOST_OF_NETWORK)) {
            throw busy();
        }
        try {
            hold(duration);
        } finally {
            ofNetwork.giveBack(network);
        }
    }

    private void hold(Duration duration) {
        if (!held.tryAcquire()) {
            throw busy();
        }
        try {
            wait.pass(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            held.release();
        }
    }

    private static RuntimeException busy() {
        return IdentityProblem.BUSY.problem("too many people are signing in at once; try again in a few seconds");
    }
}
