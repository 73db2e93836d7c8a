package gatehouse.connector.ssh.sftp;

import gatehouse.connector.ssh.SshLog;
import gatehouse.kernel.Work;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;

/**
 * Runs tasks one after the other, none on the thread that brings it. What a stream delivers it delivers under its locks, and whoever
 * asks a target sends under its own: an answer that led to the next question on the same thread would take them in the other order.
 */
final class InTurn implements Executor {
    private final Work work = new Work("sftp-answers", null);
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean running;

    @Override
    public void execute(Runnable task) {
        synchronized (waiting) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        work.execute(this::run);
    }

    private void run() {
        for (Runnable task = next(); task != null; task = next()) {
            survived(task);
        }
    }

    /** What one throws is not the next one's concern. */
    private static void survived(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            SshLog.LOG.unexpected(failure);
        }
    }

    /** Null when there is nothing to do, and nobody works any more. */
    private Runnable next() {
        synchronized (waiting) {
            Runnable task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
