package gatehouse.verify;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** For what happens soon after, and cannot be waited for in another way. */
public final class Eventually {
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private Eventually() {}

    /** The first answer that is one; fails as the last attempt failed after some minutes. */
    public static <T> T found(Supplier<T> attempt) {
        AtomicReference<T> answer = new AtomicReference<>();
        holds(() -> answer.set(attempt.get()));
        return answer.get();
    }

    /** Returns as soon as the assertion holds; fails as it fails after some minutes: a machine may be slow. */
    public static void holds(Runnable assertion) {
        Instant end = Instant.now().plus(LIMIT);
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
            pause();
        }
    }

    public static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
