package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.Typist;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Where typing comes in: counted, dropped while locked and before the target is there, brought into one order. */
final class PersonEntry implements TerminalInput {
    private final LiveSession session;
    private final LongSupplier nanos;
    private TerminalInput next = new Nobody();
    private volatile long lastTyped;
    private volatile long bytes;

    PersonEntry(LiveSession session, LongSupplier nanos) {
        this.session = session;
        this.nanos = nanos;
        this.lastTyped = nanos.getAsLong();
    }

    synchronized void attach(TerminalInput first) {
        next = first;
    }

    Duration idle() {
        return Duration.ofNanos(nanos.getAsLong() - lastTyped);
    }

    long bytes() {
        return bytes;
    }

    synchronized void count(long carried) {
        if (carried > 0) {
            lastTyped = nanos.getAsLong();
            bytes += carried;
        }
    }

    @Override
    public void input(byte[] typed, int offset, int length, Completion done) {
        lastTyped = nanos.getAsLong();
        if (!session.lockedBy().isEmpty() || session.isOver()) {
            done.complete();
            return;
        }
        synchronized (this) {
            bytes += length;
            next.input(typed, offset, length, done);
        }
    }

    /** For somebody who joined: their typing counts as the session's (R11.21). */
    void typeAs(Typist typist, byte[] typed, Completion done) {
        typist.pass(() -> input(typed, 0, typed.length, done));
    }

    void type(byte[] typed) {
        if (!session.isOver()) {
            synchronized (this) {
                bytes += typed.length;
                next.input(typed, 0, typed.length, Completion.NOTHING);
            }
        }
    }

    @Override
    public void endOfInput() {
        synchronized (this) {
            next.endOfInput();
        }
    }

    @Override
    public void resize(WindowSize size) {
        session.resized(size);
        synchronized (this) {
            next.resize(size);
        }
    }

    @Override
    public void signal(String name) {
        lastTyped = nanos.getAsLong();
        if (session.lockedBy().isEmpty()) {
            synchronized (this) {
                next.signal(name);
            }
        }
    }

    @Override
    public void close() {
        session.clientClosed();
    }

    /** Nobody types before the person does, but others may already be at the session. */
    private static final class Nobody extends QuietInput {
        @Override
        public void input(byte[] typed, int offset, int length, Completion done) {
            done.complete();
        }
    }
}
