package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Holds what a client sends until its target is there, then gets out of the way. The client's window bounds the data held, for
 * their completions come only from the target.
 */
final class Inlet implements TerminalInput {
    private final ArrayDeque<Consumer<TerminalInput>> held = new ArrayDeque<>();
    private volatile TerminalInput target;
    private boolean closed;

    /** The target is there. */
    void open(TerminalInput opened) {
        while (true) {
            Consumer<TerminalInput> next;
            synchronized (this) {
                next = held.poll();
                if (next == null) {
                    target = opened;
                    break;
                }
            }
            next.accept(opened);
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
        hold(input -> input.input(copy, 0, copy.length, done));
    }

    @Override
    public void endOfInput() {
        hold(TerminalInput::endOfInput);
    }

    @Override
    public void resize(WindowSize size) {
        hold(input -> input.resize(size));
    }

    @Override
    public void signal(String name) {
        hold(input -> input.signal(name));
    }

    @Override
    public void close() {
        TerminalInput direct;
        synchronized (this) {
            closed = true;
            held.clear();
            direct = target;
        }
        if (direct != null) {
            direct.close();
        }
    }

    private void hold(Consumer<TerminalInput> call) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (target == null) {
                held.add(call);
                return;
            }
        }
        call.accept(target);
    }

    private synchronized boolean isClosed() {
        return closed;
    }
}
