package gatehouse.session.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** On the server's scheduler. */
@ApplicationScoped
class ScheduledLater implements Later {
    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Override
    public void run(Duration delay, Runnable task) {
        var _ = scheduler.schedule(task, delay.toMillis(), TimeUnit.MILLISECONDS);
    }
}
