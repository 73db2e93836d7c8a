package gatehouse.session.control.command;

import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandId;
import gatehouse.session.entity.SessionId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Commands that wait to be written. Each session has a share, so that one that floods loses its own lines only; from the first line that
 * finds no place on, its lines are left out until those that wait are written, and one line says how many. Not thread-safe.
 */
final class CommandBacklog {
    private final int most;
    private final int mostOfSession;
    private final int always;
    private final SequencedMap<SessionId, Waiting> sessions = new LinkedHashMap<>();
    private int count;

    /**
     * @param most of all sessions together
     * @param mostOfSession of each
     * @param always what each has also when all together have too many
     */
    CommandBacklog(int most, int mostOfSession, int always) {
        this.most = most;
        this.mostOfSession = mostOfSession;
        this.always = always;
    }

    private static final class Waiting {
        private final SequencedMap<CommandId, Command> lines = new LinkedHashMap<>();
        private int newest;
        private Optional<Command> firstLeftOut = Optional.empty();
        private int leftOut;
    }

    /** New, or changed since it was added: then the change takes its place. */
    void add(Command command) {
        Waiting of = sessions.computeIfAbsent(command.session(), _ -> new Waiting());
        boolean isNew = command.sequence() > of.newest;
        of.newest = Math.max(of.newest, command.sequence());
        if (isNew && !hasPlace(of)) {
            of.firstLeftOut = of.firstLeftOut.or(() -> Optional.of(command));
            of.leftOut++;
        } else if (of.firstLeftOut.stream().noneMatch(first -> command.sequence() >= first.sequence())
                && of.lines.put(command.id(), command) == null) {
            count++;
        }
    }

    private boolean hasPlace(Waiting of) {
        int waiting = of.lines.size();
        return of.firstLeftOut.isEmpty() && (waiting < always || (waiting < mostOfSession && count < most));
    }

    /** Of one session after the other. @return empty when nothing waits */
    List<Command> take(int wanted) {
        List<Command> taken = new ArrayList<>();
        while (taken.size() < wanted && !sessions.isEmpty()) {
            Map.Entry<SessionId, Waiting> next = sessions.pollFirstEntry();
            Waiting of = next.getValue();
            move(of, wanted - taken.size(), taken);
            if (of.lines.isEmpty()) {
                of.firstLeftOut.ifPresent(first -> taken.add(first.standsForUnlisted(of.leftOut)));
            } else {
                sessions.putLast(next.getKey(), of);
            }
        }
        return taken;
    }

    private void move(Waiting of, int wanted, List<Command> to) {
        Iterator<Command> lines = of.lines.values().iterator();
        for (int i = 0; i < wanted && lines.hasNext(); i++) {
            to.add(lines.next());
            lines.remove();
            count--;
        }
    }
}
