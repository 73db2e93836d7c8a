package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Writes one session down. Events are copied into memory by whoever brings them; sealing and writing happen on {@code workers}, one
 * chunk after the other.
 */
public final class Recorder {
    static final long MAX_BEHIND_BYTES = 4L * 1024 * 1024;
    static final long MAX_BEHIND_NANOS = 1_000_000_000L;
    /** Kept below a second so that writing itself may take a while. */
    static final long FLUSH_AFTER_NANOS = 600_000_000L;

    /** Hears when the recorder cannot write, and when it can again. Called off I/O threads. */
    public interface Listener {
        void paused(String why);

        void resumed();
    }

    /**
     * What the audit log keeps of a finished recording.
     *
     * @param hash the chain's last hash
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Seal(long bytes, long chunks, byte[] hash) {}

    private final RecordingFile file;
    private final Executor workers;
    private final LongSupplier nanos;
    private final Listener listener;
    private final long start;
    private final Deque<EventBuffer> full = new ArrayDeque<>();
    private final List<Completion> waiting = new ArrayList<>();
    private final CompletableFuture<Seal> finished = new CompletableFuture<>();
    private EventBuffer growing = new EventBuffer();
    private long pendingBytes;
    private long pendingSince = -1;
    private boolean writing;
    private boolean ending;
    private boolean held;
    private boolean failing;
    /** Belongs to whoever writes. */
    private long forcedAt;

    /** @param nanos a monotonic clock */
    Recorder(RecordingFile file, Executor workers, LongSupplier nanos, Listener listener) {
        this.file = file;
        this.workers = workers;
        this.nanos = nanos;
        this.listener = listener;
        this.start = nanos.getAsLong();
    }

    public long elapsedMicros() {
        return (nanos.getAsLong() - start) / 1000;
    }

    /** Copies; returns at once. What comes after {@link #finish} is dropped. */
    public void record(EventType type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        record(type, bytes, 0, bytes.length);
    }

    /** The same for bytes. */
    public void record(EventType type, byte[] bytes, int offset, int length) {
        boolean write;
        synchronized (this) {
            if (ending || length == 0) {
                return;
            }
            add(type, bytes, offset, length);
            write = !full.isEmpty() && begin();
        }
        if (write) {
            workers.execute(this::write);
        }
    }

    private void add(EventType type, byte[] bytes, int offset, int length) {
        long now = nanos.getAsLong();
        long micros = (now - start) / 1000;
        pendingSince = pendingSince < 0 ? now : pendingSince;
        pendingBytes += length;
        int done = 0;
        do {
            int added = growing.add(type, micros, bytes, offset + done, length - done);
            done += added;
            if (added == 0 || done < length) {
                full.add(growing);
                growing = new EventBuffer();
            }
        } while (done < length);
    }

    /** Whether what happens must wait for the recorder. */
    public synchronized boolean isBehind() {
        return isPaused()
                || pendingBytes > MAX_BEHIND_BYTES
                || (pendingSince >= 0 && nanos.getAsLong() - pendingSince > MAX_BEHIND_NANOS);
    }

    /** Whether nothing can be written: then nothing may pass. */
    public synchronized boolean isPaused() {
        return held || failing;
    }

    /** Completes {@code done} now, or as soon as the recorder is no longer behind. */
    public void whenCaughtUp(Completion done) {
        synchronized (this) {
            if (isBehind() && !finished.isDone()) {
                waiting.add(done);
                return;
            }
        }
        done.complete();
    }

    /** Called a few times a second: writes what has waited long enough, tries again what failed. */
    public void tick() {
        synchronized (this) {
            boolean due = pendingSince >= 0 && nanos.getAsLong() - pendingSince >= FLUSH_AFTER_NANOS;
            if (!due || !begin()) {
                return;
            }
        }
        workers.execute(this::write);
    }

    /** Pauses or resumes from outside, for example because the disk is nearly full. */
    public void hold(boolean wanted, String why) {
        List<Completion> released;
        synchronized (this) {
            boolean before = isPaused();
            held = wanted;
            if (before == isPaused() || finished.isDone()) {
                return;
            }
            released = releasable();
        }
        tell(wanted, why);
        released.forEach(Completion::complete);
    }

    private void failing(boolean now) {
        List<Completion> released;
        synchronized (this) {
            boolean before = isPaused();
            failing = now;
            if (before == isPaused() || finished.isDone()) {
                return;
            }
            released = releasable();
        }
        tell(now, "the recording cannot be written");
        released.forEach(Completion::complete);
    }

    private void tell(boolean paused, String why) {
        if (paused) {
            listener.paused(why);
        } else {
            listener.resumed();
        }
    }

    /** Writes the rest and the last chunk. The stage completes when it is on the disk; until then {@link #tick} goes on. */
    public CompletableFuture<Seal> finish() {
        synchronized (this) {
            if (!ending) {
                ending = true;
                pendingSince = pendingSince < 0 ? nanos.getAsLong() - FLUSH_AFTER_NANOS : pendingSince;
            }
            if (!begin()) {
                return finished;
            }
        }
        workers.execute(this::write);
        return finished;
    }

    /** Whoever gets true writes. Holding the lock. */
    private boolean begin() {
        boolean free = !writing && !finished.isDone();
        writing |= free;
        return free;
    }

    private void write() {
        try {
            ChunkWorkspace space = ChunkWorkspace.borrow();
            try {
                writeAll(space);
            } finally {
                space.giveBack();
            }
            failing(false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopWriting();
        } catch (IOException e) {
            stopWriting();
            failing(true);
        }
    }

    private synchronized void stopWriting() {
        writing = false;
    }

    private void writeAll(ChunkWorkspace space) throws IOException {
        boolean more = true;
        while (more) {
            EventBuffer next = next();
            boolean last = isLast(next);
            if (!next.isEmpty() || last) {
                file.append(next, last, space);
            }
            more = written(last);
        }
    }

    /** The oldest buffer; it stays where it is until it is written, so that a failed write is repeated as it was. */
    private synchronized EventBuffer next() {
        if (full.isEmpty()) {
            full.add(growing);
            growing = new EventBuffer();
        }
        return full.getFirst();
    }

    private synchronized boolean isLast(EventBuffer buffer) {
        return ending && full.size() == 1 && full.getFirst() == buffer && growing.isEmpty();
    }

    private boolean written(boolean last) throws IOException {
        boolean drained;
        synchronized (this) {
            drained = full.size() == 1 && (growing.isEmpty() || !ending);
        }
        if (drained || nanos.getAsLong() - forcedAt > FLUSH_AFTER_NANOS) {
            file.force();
            forcedAt = nanos.getAsLong();
        }
        List<Completion> released;
        boolean more;
        synchronized (this) {
            full.removeFirst();
            pendingBytes = full.stream().mapToLong(EventBuffer::length).sum() + growing.length();
            pendingSince = pendingBytes == 0 && !ending ? -1 : nanos.getAsLong();
            more = !last && (!full.isEmpty() || ending);
            writing = more;
            released = releasable();
        }
        if (last) {
            close();
        }
        released.forEach(Completion::complete);
        return more;
    }

    private List<Completion> releasable() {
        if (isBehind()) {
            return List.of();
        }
        List<Completion> released = List.copyOf(waiting);
        waiting.clear();
        return released;
    }

    private void close() throws IOException {
        Seal seal = new Seal(file.size(), file.chunks(), file.hash());
        file.close();
        List<Completion> left;
        synchronized (this) {
            left = List.copyOf(waiting);
            waiting.clear();
            finished.complete(seal);
        }
        left.forEach(Completion::complete);
    }

    boolean isFinished() {
        return finished.isDone();
    }

    /** Bytes written so far. */
    public long size() {
        return file.size();
    }
}
