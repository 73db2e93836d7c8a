package gatehouse.session.control.command;

import gatehouse.kernel.Work;
import gatehouse.session.control.LogWriter;
import gatehouse.session.control.StageContext;
import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandSubject;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Writes commands beside the sessions, many in one transaction; a failing database is tried again until it is back. When 5,000 of
 * one session wait, further ones of it are left out, and a line says how many: the recording still has them. The same when 50,000 wait in
 * all, for every session with more than a hundred of them.
 */
@ApplicationScoped
public class CommandJournal {
    private static final int MOST_WAITING = 50_000;
    private static final int MOST_OF_SESSION = 5_000;
    private static final int ALWAYS = 100;
    private static final int BATCH = 200;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

    @Inject
    private CommandRows rows;

    @Inject
    private Clock clock;

    @Resource
    private ContextService contexts;

    private final CommandBacklog waiting = new CommandBacklog(MOST_WAITING, MOST_OF_SESSION, ALWAYS);
    private boolean writing;
    private boolean stopping;
    private Work work;
    private LogWriter<Command> writer;

    @PostConstruct
    void begin() {
        work = new Work("command-log", contexts);
        writer = new LogWriter<>("commands", rows::save, Command::inAscii, PAUSE_AFTER_FAILURE);
    }

    /** What waits when the server stops is written before the database goes. */
    @PreDestroy
    void end() {
        synchronized (this) {
            stopping = true;
            if (writing) {
                return;
            }
            writing = true;
        }
        drain();
    }

    /** Threads for what observes shells. */
    Executor work() {
        return work;
    }

    /** A command that Gatehouse gave itself, before the person could type. */
    public void given(StageContext context, String text) {
        CommandSubject subject = CommandStages.subject(context);
        write(new Command(subject, 1, text, clock.instant(), context.controls().elapsed()));
    }

    /** New, or changed since it was written; returns at once. */
    void write(Command command) {
        synchronized (this) {
            waiting.add(command);
            if (writing) {
                return;
            }
            writing = true;
        }
        work.execute(this::drain);
    }

    private void drain() {
        for (List<Command> batch = take(); !batch.isEmpty(); batch = take()) {
            if (!isWritten(batch)) {
                giveUp();
                return;
            }
        }
    }

    /** Empty when nothing waits; nobody writes any more then. */
    private synchronized List<Command> take() {
        List<Command> batch = waiting.take(BATCH);
        writing = !batch.isEmpty();
        return batch;
    }

    private synchronized void giveUp() {
        writing = false;
    }

    private boolean isWritten(List<Command> batch) {
        return writer.write(batch, () -> !isStopping());
    }

    private synchronized boolean isStopping() {
        return stopping;
    }
}
