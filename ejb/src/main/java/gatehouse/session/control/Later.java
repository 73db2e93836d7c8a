package gatehouse.session.control;

import java.time.Duration;

/** Runs something once, some time from now, on another thread. */
@FunctionalInterface
public interface Later {
    void run(Duration delay, Runnable task);
}
