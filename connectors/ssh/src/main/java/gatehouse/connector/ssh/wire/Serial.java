package gatehouse.connector.ssh.wire;

import gatehouse.connector.ssh.SshLog;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Runs steps one after the other on an executor; the next one starts when the stage of the one before has completed. */
public final class Serial {
    private final Executor executor;
    private final int mostWaiting;
    private final ArrayDeque<Supplier<CompletionStage<?>>> waiting = new ArrayDeque<>();
    private boolean running;

    public Serial(Executor executor, int mostWaiting) {
        this.executor = executor;
        this.mostWaiting = mostWaiting;
    }

    /** @return false when too many wait already */
    public boolean submit(Supplier<CompletionStage<?>> step) {
        synchronized (this) {
            if (waiting.size() >= mostWaiting) {
                return false;
            }
            waiting.add(step);
            if (running) {
                return true;
            }
            running = true;
        }
        executor.execute(this::next);
        return true;
    }

    /** Nothing runs and nothing waits. */
    public synchronized boolean isIdle() {
        return !running;
    }

    /** Drops what waits and runs {@code last} next. */
    public void force(Runnable last) {
        synchronized (this) {
            waiting.clear();
        }
        run(last);
    }

    /** A step that is over when it returns. */
    public boolean run(Runnable step) {
        return submit(() -> {
            step.run();
            return CompletableFuture.completedFuture(null);
        });
    }

    private void next() {
        Supplier<CompletionStage<?>> step;
        synchronized (this) {
            step = waiting.poll();
            if (step == null) {
                running = false;
                return;
            }
        }
        begin(step).whenComplete((value, failure) -> executor.execute(this::next));
    }

    /** What a step throws is not the next one's concern. */
    private static CompletionStage<?> begin(Supplier<CompletionStage<?>> step) {
        try {
            return step.get();
        } catch (RuntimeException failure) {
            SshLog.LOG.unexpected(failure);
            return CompletableFuture.completedFuture(null);
        }
    }
}
