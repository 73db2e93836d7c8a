package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The menu's end of the person's terminal: while a session is connected, what comes goes straight on to it; otherwise it is queued
 * for the menu's thread. The queue is bounded by the completions of those who push: keys are completed when they were looked at. What
 * has none, a new size of the window or an interrupt, waits once.
 */
final class Switchboard implements TerminalInput {
    private final Object lock = new Object();
    private final BlockingQueue<MenuEvent> events = new LinkedBlockingQueue<>();
    private volatile TerminalInput session;
    private volatile WindowSize size;
    private final AtomicBoolean sizeWaits = new AtomicBoolean();
    private final AtomicBoolean interruptWaits = new AtomicBoolean();
    private boolean closed;
    private boolean drained;
    private volatile boolean inputEnded;
    private volatile boolean stopping;

    Switchboard(WindowSize size) {
        this.size = size;
    }

    /** Null when nothing came within {@code limit}. */
    MenuEvent next(Duration limit) throws InterruptedException {
        MenuEvent event = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (event instanceof MenuEvent.Resized) {
            sizeWaits.set(false);
        }
        if (event instanceof MenuEvent.Interrupted) {
            interruptWaits.set(false);
        }
        return event;
    }

    WindowSize size() {
        return size;
    }

    void post(MenuEvent event) {
        synchronized (lock) {
            if (!drained) {
                events.add(event);
                return;
            }
        }
        discard(event);
    }

    /** From now on everything goes to {@code target}: first {@code held}, then what is still queued. */
    void connect(TerminalInput target, List<MenuEvent.Keys> held) {
        synchronized (lock) {
            held.forEach(keys -> passOn(target, keys));
            events.removeIf(event -> event instanceof MenuEvent.Keys keys && passOn(target, keys));
            session = target; // not before: what comes from now on goes past the lock
            if (closed) {
                target.close();
            }
        }
    }

    private static boolean passOn(TerminalInput target, MenuEvent.Keys keys) {
        target.input(keys.bytes(), 0, keys.bytes().length, keys.done());
        return true;
    }

    void disconnect() {
        session = null;
    }

    /** Whether nothing will come any more and everything that came was looked at. */
    boolean isExhausted() {
        return inputEnded && events.isEmpty();
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        TerminalInput target = session;
        if (target != null) {
            target.input(bytes, offset, length, done);
            return;
        }
        synchronized (lock) {
            if (closed) {
                done.complete();
            } else if (session != null) {
                session.input(bytes, offset, length, done);
            } else {
                byte[] copy = new byte[length];
                System.arraycopy(bytes, offset, copy, 0, length);
                events.add(new MenuEvent.Keys(copy, done));
            }
        }
    }

    @Override
    public void endOfInput() {
        inputEnded = true;
        current().ifPresentOrElse(TerminalInput::endOfInput, () -> post(new MenuEvent.InputEnded()));
    }

    @Override
    public void resize(WindowSize newSize) {
        size = newSize;
        current()
                .ifPresentOrElse(
                        target -> target.resize(newSize), () -> postOnce(sizeWaits, new MenuEvent.Resized(newSize)));
    }

    private void postOnce(AtomicBoolean waits, MenuEvent event) {
        if (waits.compareAndSet(false, true)) {
            post(event);
        }
    }

    @Override
    public void signal(String name) {
        current().ifPresentOrElse(target -> target.signal(name), () -> {
            if ("INT".equals(name)) {
                postOnce(interruptWaits, new MenuEvent.Interrupted());
            }
        });
    }

    @Override
    public void close() {
        synchronized (lock) {
            if (closed) {
                return;
            }
            closed = true;
            post(new MenuEvent.Gone());
        }
        current().ifPresent(TerminalInput::close);
    }

    /** The server is about to stop: the menu says so and ends, once the session that it may have opened has ended. */
    void stop() {
        stopping = true;
        post(new MenuEvent.Stopping());
    }

    boolean isStopping() {
        return stopping;
    }

    /** Nobody looks at events any more: those who wait are told. */
    void drain() {
        synchronized (lock) {
            closed = true;
            drained = true;
        }
        for (MenuEvent event = events.poll(); event != null; event = events.poll()) {
            discard(event);
        }
    }

    private static void discard(MenuEvent event) {
        if (event instanceof MenuEvent.Keys keys) {
            keys.done().complete();
        }
        if (event instanceof MenuEvent.Opened opened) {
            opened.session().close();
        }
    }

    private Optional<TerminalInput> current() {
        return Optional.ofNullable(session);
    }
}
