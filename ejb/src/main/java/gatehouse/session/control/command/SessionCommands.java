package gatehouse.session.control.command;

import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandSubject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Makes rows of what was found in one session. */
final class SessionCommands implements ShellListener {
    private final CommandSubject subject;
    private final Supplier<Duration> elapsed;
    private final Consumer<Command> journal;
    private Command running;
    private final AtomicInteger sequence;

    SessionCommands(CommandSubject subject, Supplier<Duration> elapsed, Consumer<Command> journal) {
        this(subject, elapsed, journal, new AtomicInteger());
    }

    private SessionCommands(
            CommandSubject subject, Supplier<Duration> elapsed, Consumer<Command> journal, AtomicInteger sequence) {
        this.subject = subject;
        this.elapsed = elapsed;
        this.journal = journal;
        this.sequence = sequence;
    }

    /** For what runs inside a command of this one. */
    SessionCommands inside() {
        return new SessionCommands(subject, elapsed, journal, sequence);
    }

    @Override
    public synchronized void commandStarted(int number, String text, Instant at, List<String> typists) {
        running = new Command(subject, sequence.incrementAndGet(), text, at, elapsed.get()).typedBy(typists);
        journal.accept(running);
    }

    /** A line that a shell reads and of which nothing more will be known. */
    synchronized void line(String text, Instant at) {
        journal.accept(new Command(subject, sequence.incrementAndGet(), text, at, elapsed.get()));
    }

    /** A row that was handed over is not changed: it may be being written. */
    @Override
    public synchronized void commandEnded(int number, String output, OptionalInt exitStatus) {
        journal.accept(running.ended(output, exitStatus));
    }
}
