package gatehouse.session.control.inline;

import java.time.Duration;

/** Runs something once, some time from now. */
@FunctionalInterface
interface Later {
    void run(Duration delay, Runnable task);
}
