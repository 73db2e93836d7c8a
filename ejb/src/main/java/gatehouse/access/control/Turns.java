package gatehouse.access.control;

import gatehouse.identity.entity.IdentityProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

/**
 * Lets no more guesses be looked at together than may still fail: who guesses a hundred times at once gets no further than who does so
 * one after the other. Whoever comes too early waits; most proofs are right and take a moment. Of this server only.
 */
final class Turns {
    private static final int MOST_WAITING = 512;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Map<String, Integer> taken = new HashMap<>();
    private int waiting;

    /** So many failures of that key bar it. */
    record Limit(String key, int most) {}

    /**
     * Waits until there is room.
     *
     * @param failures of a key, until now
     * @return gives the turn back, after a failure was counted; empty when a limit is reached
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    synchronized Optional<Runnable> take(List<Limit> limits, ToIntFunction<String> failures) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (limits.stream().allMatch(limit -> failures.applyAsInt(limit.key()) < limit.most())) {
            if (limits.stream().allMatch(limit -> failures.applyAsInt(limit.key()) + taken(limit) < limit.most())) {
                limits.forEach(limit -> taken.merge(limit.key(), 1, Integer::sum));
                return Optional.of(() -> giveBack(limits));
            }
            awaitChange(end - System.nanoTime());
        }
        return Optional.empty();
    }

    private int taken(Limit limit) {
        return taken.getOrDefault(limit.key(), 0);
    }

    private void awaitChange(long nanos) {
        if (nanos <= 0 || waiting >= MOST_WAITING) {
            throw busy();
        }
        waiting++;
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting--;
        }
    }

    private synchronized void giveBack(List<Limit> limits) {
        limits.forEach(limit -> taken.computeIfPresent(limit.key(), (_, count) -> count == 1 ? null : count - 1));
        notifyAll();
    }

    private static RuntimeException busy() {
        return IdentityProblem.BUSY.problem("too many people are signing in at once; try again in a few seconds");
    }
}
