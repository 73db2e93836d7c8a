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

    private final Map<String, Integer> taken = new HashMap<>();
    private final Map<String, Integer> waitingOf = new HashMap<>();
    private int waiting;

    /** So many failures of that key bar it. */
    record Limit(String key, int most) {}

    /**
     * How long somebody waits, and as one of how many for the same thing.
     *
     * @param most that wait for the first of the limits
     */
    record Patience(Duration longest, int most) {
        static final Patience LONG = new Patience(Duration.ofSeconds(30), MOST_WAITING);

        /** With a thread that others need, too: of 32 requests that a network may have, eleven are left for others there. */
        static final Patience SHORT = new Patience(Duration.ofSeconds(10), 16);
    }

    /**
     * Waits until there is room.
     *
     * @param limits the narrowest first
     * @param failures of a key, until now
     * @return gives the turn back, after a failure was counted; empty when a limit is reached
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    synchronized Optional<Runnable> take(List<Limit> limits, ToIntFunction<String> failures, Patience patience) {
        long end = System.nanoTime() + patience.longest().toNanos();
        while (limits.stream().allMatch(limit -> failures.applyAsInt(limit.key()) < limit.most())) {
            if (limits.stream().allMatch(limit -> failures.applyAsInt(limit.key()) + taken(limit) < limit.most())) {
                limits.forEach(limit -> taken.merge(limit.key(), 1, Integer::sum));
                return Optional.of(() -> giveBack(limits));
            }
            awaitChange(limits.getFirst().key(), patience.most(), end - System.nanoTime());
        }
        return Optional.empty();
    }

    private int taken(Limit limit) {
        return taken.getOrDefault(limit.key(), 0);
    }

    private void awaitChange(String key, int most, long nanos) {
        if (nanos <= 0 || waiting >= MOST_WAITING || waitingOf.getOrDefault(key, 0) >= most) {
            throw busy();
        }
        waiting++;
        waitingOf.merge(key, 1, Integer::sum);
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            waiting--;
            less(waitingOf, key);
        }
    }

    private synchronized void giveBack(List<Limit> limits) {
        limits.forEach(limit -> less(taken, limit.key()));
        notifyAll();
    }

    private static void less(Map<String, Integer> counts, String key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    private static RuntimeException busy() {
        return IdentityProblem.BUSY.problem("too many people are signing in at once; try again in a few seconds");
    }
}
