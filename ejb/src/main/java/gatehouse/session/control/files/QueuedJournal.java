package gatehouse.session.control.files;

import gatehouse.kernel.Work;
import gatehouse.session.control.LogWriter;
import gatehouse.session.entity.Transfer;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Writes the transfer log beside the traffic, many lines in one transaction. A failing database is tried again until it is back. */
@ApplicationScoped
public class QueuedJournal implements TransferJournal {
    private static final int BATCH = 200;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    @Inject
    private TransferRows rows;

    @Resource
    private ContextService contexts;

    private final ConcurrentLinkedQueue<Transfer> waiting = new ConcurrentLinkedQueue<>();
    private final Backlog backlog = new Backlog();
    private final AtomicBoolean writing = new AtomicBoolean();
    private volatile boolean stopping;
    private Work work;
    private LogWriter<Transfer> writer;

    @PostConstruct
    void begin() {
        work = new Work("transfer-log", contexts);
        writer = new LogWriter<>("lines of the transfer log", rows::add, Transfer::inAscii, PAUSE_AFTER_FAILURE);
    }

    /** What waits when the server stops is written before the database goes. */
    @PreDestroy
    void end() {
        stopping = true;
        if (writing.compareAndSet(false, true)) {
            drain();
        }
    }

    @Override
    public boolean hasRoom() {
        return backlog.hasRoom();
    }

    @Override
    public void write(Transfer line) {
        backlog.added(line);
        waiting.add(line);
        start();
    }

    private void start() {
        if (writing.compareAndSet(false, true)) {
            work.execute(this::drain);
        }
    }

    private void drain() {
        try {
            List<Transfer> batch = take();
            while (!batch.isEmpty()) {
                if (!writer.write(batch, () -> !stopping)) {
                    return;
                }
                backlog.written(batch);
                batch = take();
            }
        } finally {
            writing.set(false);
        }
        if (!waiting.isEmpty()) {
            start();
        }
    }

    private List<Transfer> take() {
        List<Transfer> batch = new ArrayList<>();
        for (Transfer line = waiting.poll(); line != null; line = batch.size() < BATCH ? waiting.poll() : null) {
            batch.add(line);
        }
        return batch;
    }
}
