package gatehouse.session.control.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Remembers what an observer told. */
final class Observed implements ShellListener {
    /** @param exitStatus -1 while unknown */
    record Command(int number, String text, String output, int exitStatus) {}

    private final List<Command> commands = new ArrayList<>();
    private final List<List<String>> typists = new ArrayList<>();

    @Override
    public synchronized void commandStarted(int number, String text, Instant at, List<String> by) {
        typists.add(by);
        commands.add(new Command(number, text, "", -1));
    }

    @Override
    public synchronized void commandEnded(int number, String output, OptionalInt exitStatus) {
        Command begun = commands.get(number - 1);
        commands.set(number - 1, new Command(number, begun.text, output, exitStatus.orElse(-1)));
    }

    synchronized List<Command> commands() {
        return List.copyOf(commands);
    }

    /** Of each command. */
    synchronized List<List<String>> typists() {
        return List.copyOf(typists);
    }

    synchronized List<String> texts() {
        return commands.stream().map(Command::text).toList();
    }
}
