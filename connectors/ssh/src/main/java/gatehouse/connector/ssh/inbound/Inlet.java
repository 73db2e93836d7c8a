package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Holds what a client sends until its target is there, then gets out of the way. The client's window bounds the data held, for
 * their completions come only from the target. What no window bounds is held once or a few times: the newest size in the place of the
 * first, the first signals.
 */
final class Inlet implements TerminalInput {
    /** @param done of what the call hands over */
    private record Held(Consumer<TerminalInput> call, Completion done) {}

    private final ArrayDeque<Held> held = new ArrayDeque<>();
    private Optional<WindowSize> newestSize = Optional.empty();
    private int signals;
    private volatile TerminalInput target;
    private boolean closed;

    /** The target is there. */
    void open(TerminalInput opened) {
        while (true) {
            Held next;
            synchronized (this) {
                next = held.poll();
                if (next == null) {
                    target = opened;
                    break;
                }
            }
            next.call().accept(opened);
        }
        if (isClosed()) {
            opened.close();
        }
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        TerminalInput direct = target;
        if (direct != null) {
            direct.input(bytes, offset, length, done);
            return;
        }
        byte[] copy = Arrays.copyOfRange(bytes, offset, offset + length);
        hold(new Held(input -> input.input(copy, 0, copy.length, done), done));
    }

    @Override
    public void endOfInput() {
        hold(new Held(TerminalInput::endOfInput, Completion.NOTHING));
    }

    @Override
    public void resize(WindowSize size) {
        synchronized (this) {
            boolean isHeld = newestSize.isPresent();
            newestSize = Optional.of(size);
            if (isHeld) {
                return;
            }
        }
        hold(new Held(input -> takeSize().ifPresent(input::resize), Completion.NOTHING));
    }

    private synchronized Optional<WindowSize> takeSize() {
        Optional<WindowSize> taken = newestSize;
        newestSize = Optional.empty();
        return taken;
    }

    @Override
    public void signal(String name) {
        synchronized (this) {
            if (target == null && ++signals > MOST_SIGNALS) {
                return;
            }
        }
        hold(new Held(input -> input.signal(name), Completion.NOTHING));
    }

    @Override
    public void close() {
        TerminalInput direct;
        List<Held> dropped;
        synchronized (this) {
            closed = true;
            dropped = List.copyOf(held);
            held.clear();
            direct = target;
        }
        dropped.forEach(item -> item.done().complete());
        if (direct != null) {
            direct.close();
        }
    }

    private void hold(Held item) {
        boolean dropped;
        synchronized (this) {
            dropped = closed;
            if (!dropped && target == null) {
                held.add(item);
                return;
            }
        }
        if (dropped) {
            item.done().complete();
            return;
        }
        item.call().accept(target);
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
