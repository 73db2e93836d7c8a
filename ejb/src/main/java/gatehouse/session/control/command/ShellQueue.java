package gatehouse.session.control.command;

import gatehouse.connector.spi.WindowSize;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Events on their way to an observer: in order, bounded, worked off by one thread at a time. Output that follows output is joined. */
final class ShellQueue {
    static final int MOST_OUTPUT = 4 * 1024 * 1024;
    static final int MOST_INPUT = 256 * 1024;
    /** Sizes that wait; of more only the last one counts. */
    static final int MOST_SIZES = 16;

    private static final int LARGEST_JOINED = 256 * 1024;

    sealed interface Event {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Output(byte[] bytes) implements Event {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Input(byte[] bytes, String typist) implements Event {}

    record Skipped() implements Event {}

    record Resized(WindowSize size) implements Event {}

    record Snapshot(CompletableFuture<String> drawn) implements Event {}

    record Banner(String text, CompletableFuture<String> drawn) implements Event {}

    record Close(CompletableFuture<Void> told) implements Event {}

    private final Consumer<Event> handler;
    private final Executor executor;
    private final Deque<Event> events = new ArrayDeque<>();
    private byte[] joining = new byte[1024];
    private int joined;
    private int outputBytes;
    private int inputBytes;
    private int sizes;
    /** In the place of the last one that waits. */
    private Optional<WindowSize> newestSize = Optional.empty();

    private boolean working;

    ShellQueue(Consumer<Event> handler, Executor executor) {
        this.handler = handler;
        this.executor = executor;
    }

    void output(byte[] bytes, int offset, int length) {
        boolean start;
        synchronized (this) {
            if (joined + length > LARGEST_JOINED) {
                seal();
            }
            join(bytes, offset, length);
            start = begin();
        }
        run(start);
    }

    private void join(byte[] bytes, int offset, int length) {
        if (joined + length > joining.length) {
            joining = Arrays.copyOf(joining, Math.max(joined + length, 2 * joining.length));
        }
        System.arraycopy(bytes, offset, joining, joined, length);
        joined += length;
    }

    /** What was joined becomes an event; when too much waits, the oldest output is left out. */
    private void seal() {
        if (joined == 0) {
            return;
        }
        events.add(new Output(Arrays.copyOf(joining, joined)));
        outputBytes += joined;
        joined = 0;
        if (joining.length > LARGEST_JOINED) {
            joining = new byte[1024];
        }
        if (outputBytes > MOST_OUTPUT) {
            leaveOut();
        }
    }

    private void leaveOut() {
        Deque<Event> kept = new ArrayDeque<>();
        for (Event event : events) {
            if (event instanceof Output(byte[] bytes) && outputBytes > MOST_OUTPUT / 4) {
                outputBytes -= bytes.length;
                if (!(kept.peekLast() instanceof Skipped)) {
                    kept.add(new Skipped());
                }
            } else {
                kept.add(event);
            }
        }
        events.clear();
        events.addAll(kept);
    }

    /** More than anybody types is left out: it is no command line. */
    void input(byte[] bytes, String typist) {
        synchronized (this) {
            if (inputBytes + bytes.length > MOST_INPUT) {
                return;
            }
            inputBytes += bytes.length;
        }
        add(new Input(bytes, typist));
    }

    /** Sizes come as often as a client likes to send them. */
    void resized(WindowSize size) {
        synchronized (this) {
            if (sizes >= MOST_SIZES) {
                newestSize = Optional.of(size);
                return;
            }
            sizes++;
        }
        add(new Resized(size));
    }

    void add(Event event) {
        boolean start;
        synchronized (this) {
            seal();
            events.add(event);
            start = begin();
        }
        run(start);
    }

    private boolean begin() {
        boolean start = !working;
        working = true;
        return start;
    }

    private void run(boolean start) {
        if (start) {
            executor.execute(this::work);
        }
    }

    private void work() {
        for (Event event = next(); event != null; event = next()) {
            handle(event);
        }
    }

    /** A defect costs one event, neither the session nor those that wait for later ones. */
    private void handle(Event event) {
        try {
            handler.accept(event);
        } catch (RuntimeException e) {
            CommandLog.LOG.notObserved(e);
        }
    }

    /** Null when there is nothing to do, and nobody works any more. */
    private synchronized Event next() {
        if (events.isEmpty()) {
            seal();
        }
        Event event = events.poll();
        if (event instanceof Output(byte[] bytes)) {
            outputBytes -= bytes.length;
        }
        if (event instanceof Input input) {
            inputBytes -= input.bytes().length;
        }
        working = event != null;
        return event instanceof Resized resized ? newest(resized) : event;
    }

    private Resized newest(Resized resized) {
        sizes--;
        if (sizes > 0 || newestSize.isEmpty()) {
            return resized;
        }
        Resized newest = new Resized(newestSize.get());
        newestSize = Optional.empty();
        return newest;
    }
}
