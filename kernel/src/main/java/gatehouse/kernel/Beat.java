package gatehouse.kernel;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A regular task that may wait, for the database for example: it leaves the thread of its clock at once, so that others keep their
 * time, and skips beats while it still runs.
 */
public final class Beat implements Runnable {
    private final Executor work;
    private final Runnable task;
    private final AtomicBoolean running = new AtomicBoolean();

    public Beat(Executor work, Runnable task) {
        this.work = work;
        this.task = task;
    }

    @Override
    public void run() {
        if (running.compareAndSet(false, true)) {
            work.execute(this::runOnce);
        }
    }

    private void runOnce() {
        try {
            task.run();
        } finally {
            running.set(false);
        }
    }
}
