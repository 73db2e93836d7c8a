package gatehouse.session.control.inline;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Typist;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What a person types while a program at the target gives up. Such programs throw away what waits on their terminal (lrzsz's {@code
 * purgeline}), so it is kept until they have ended; more than 64 KiB are not kept, and an interrupt never waits. What else comes
 * meanwhile waits behind it.
 *
 * <p>Not thread-safe.
 */
final class HeldInput {
    private static final int MOST = 64 * 1024;
    private static final byte INTERRUPT = 3;

    private sealed interface Kept {}

    private record Typed(Sorted sorted, Completion done, Optional<Typist> by) implements Kept {}

    private record Resize(WindowSize size) implements Kept {}

    private record End() implements Kept {}

    private final Deque<Kept> held = new ArrayDeque<>();
    private boolean holding;
    private int holds;
    private int length;

    /** @return which one it is, for {@link #isCurrent} */
    int hold() {
        holding = true;
        return ++holds;
    }

    /** Nobody asked to hold again since. */
    boolean isCurrent(int hold) {
        return hold == holds;
    }

    /** Whether it is kept; otherwise what was kept before goes first, and then this. */
    boolean keeps(Sorted sorted, Completion done) {
        if (!holding || sorted.isEmpty()) {
            return false;
        }
        if (sorted.contains(INTERRUPT) || length + sorted.length() > MOST) {
            holding = false;
            return false;
        }
        length += sorted.length();
        held.add(new Typed(sorted.detached(), done, Typist.current()));
        return true;
    }

    /** Whether it is kept behind what was typed. Of several in a row the last one counts. */
    boolean keepsResize(WindowSize size) {
        if (held.peekLast() instanceof Resize) {
            held.removeLast();
        }
        return !held.isEmpty() && held.add(new Resize(size));
    }

    /** Likewise. */
    boolean keepsEnd() {
        return !held.isEmpty() && held.add(new End());
    }

    void release(TerminalInput stages, Detour.Way past) {
        holding = false;
        length = 0;
        for (Kept next = held.poll(); next != null; next = held.poll()) {
            switch (next) {
                case Typed(Sorted sorted, Completion done, Optional<Typist> by) ->
                    Typist.pass(by, () -> sorted.deliver(stages::input, past, done));
                case Resize(WindowSize size) -> stages.resize(size);
                case End() -> stages.endOfInput();
            }
        }
    }

    /** Nobody wants it any more. */
    void drop() {
        holding = false;
        length = 0;
        for (Kept next = held.poll(); next != null; next = held.poll()) {
            if (next instanceof Typed typed) {
                typed.done().complete();
            }
        }
    }
}
