package gatehouse.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is done again and again while the server runs, and neither while it stops nor while it is suspended (see {@link ServerStop}). Who has
 * to order the end of its own beats among other things at a stop uses {@link ServerStop} itself.
 */
public final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService scheduler;
    private final Runnable task;
    private final long millis;
    private final ServerStop serverStop;
    private Optional<ScheduledFuture<?>> beating = Optional.empty();

    /**
     * Begins.
     *
     * @param task throws nothing: it would never be called again
     * @param every also before the first time
     */
    public Heartbeat(ScheduledExecutorService scheduler, Runnable task, Duration every) {
        this.scheduler = scheduler;
        this.task = task;
        this.millis = every.toMillis();
        begin();
        this.serverStop = new ServerStop(this::end, this::begin);
    }

    private synchronized void begin() {
        if (beating.isEmpty()) {
            beating = Optional.of(scheduler.scheduleAtFixedRate(task, millis, millis, TimeUnit.MILLISECONDS));
        }
    }

    private synchronized void end() {
        beating.ifPresent(beat -> beat.cancel(false));
        beating = Optional.empty();
    }

    /** Otherwise the server stops or is suspended, and what fails of a beat that was under way is no news. */
    public synchronized boolean isBeating() {
        return beating.isPresent();
    }

    @Override
    public void close() {
        serverStop.close();
        end();
    }
}
