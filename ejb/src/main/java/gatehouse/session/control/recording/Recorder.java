package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.session.control.SessionLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/**
 * Writes one session down. Events are copied into memory by whoever brings them; sealing and writing happen on {@code workers}, one
 * chunk after the other. What fails is tried again by {@link #tick}, beginning with what was not on the disk for certain.
 */
public final class Recorder {
    static final long MAX_BEHIND_BYTES = 4L * 1024 * 1024;
    static final long MAX_BEHIND_MICROS = 1_000_000;
    /** Kept below a second so that writing itself may take a while. */
    static final long FLUSH_AFTER_MICROS = 600_000;
    /** Half of what may wait, so that the other half comes in while the disk is forced. */
    private static final long FORCE_BYTES = MAX_BEHIND_BYTES / 2;

    private static final String NOT_WRITTEN = "the recording cannot be written";

    /** Hears when the recorder cannot write, and when it can again; one at a time, in their order. Called off I/O threads. */
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
    private final WriteTrouble trouble;
    private final long start;
    private final Backlog backlog = new Backlog();
    private final List<Completion> waiting = new ArrayList<>();
    private final List<Runnable> resumptions = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Seal> finished = new CompletableFuture<>();
    private boolean writing;
    private boolean ending;
    private boolean held;
    private boolean failing;
    /** What the listener has still to hear. */
    private final Deque<Runnable> news = new ArrayDeque<>();

    private boolean telling;
    /** Belongs to whoever writes. */
    private long forcedAt;

    /** @param nanos a monotonic clock */
    Recorder(RecordingFile file, Executor workers, LongSupplier nanos, Listener listener, WriteTrouble trouble) {
        this.file = file;
        this.workers = workers;
        this.nanos = nanos;
        this.listener = listener;
        this.trouble = trouble;
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
        synchronized (this) {
            if (ending || length == 0) {
                return;
            }
            backlog.add(type, elapsedMicros(), bytes, offset, length);
            if (!backlog.hasFull() || !begin()) {
                return;
            }
        }
        startWriting();
    }

    /** Whether what happens must wait for the recorder. */
    public synchronized boolean isBehind() {
        return isPaused() || backlog.bytes() > MAX_BEHIND_BYTES || age() > MAX_BEHIND_MICROS;
    }

    /** Of the oldest event that is not on the disk; -1 when there is none. */
    private long age() {
        OptionalLong oldest = backlog.oldest();
        return oldest.isPresent() ? elapsedMicros() - oldest.getAsLong() : -1;
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

    /** Runs each time the recorder can write again, after the listener heard of it: what was held back goes on. */
    public void onResume(Runnable resumption) {
        resumptions.add(resumption);
    }

    /** Called a few times a second: writes what has waited long enough, tries again what failed. */
    public void tick() {
        tell();
        synchronized (this) {
            boolean due = ending || age() >= FLUSH_AFTER_MICROS;
            if (!due || !begin()) {
                return;
            }
        }
        startWriting();
    }

    /** Pauses or resumes from outside, for example because the disk is nearly full. */
    public void hold(boolean wanted, String reason) {
        synchronized (this) {
            paused(wanted, failing, reason);
        }
        release();
        tell();
    }

    /** Holding the lock. A spell that is over before it was told is told, too: something may be held back since. */
    private void paused(boolean nowHeld, boolean nowFailing, String why) {
        boolean before = isPaused();
        held = nowHeld;
        failing = nowFailing;
        if (before != isPaused() && !finished.isDone()) {
            news.add(isPaused() ? () -> listener.paused(why) : this::resumed);
        }
    }

    private void resumed() {
        guarded(listener::resumed);
        resumptions.forEach(Recorder::guarded);
    }

    /** Writes the rest and the last chunk. The stage completes when it is on the disk; until then {@link #tick} goes on. */
    public CompletableFuture<Seal> finish() {
        synchronized (this) {
            ending = true;
            if (!begin()) {
                return finished;
            }
        }
        startWriting();
        return finished;
    }

    /** Whoever gets true writes. Holding the lock. */
    private boolean begin() {
        boolean free = !writing && !finished.isDone();
        writing |= free;
        return free;
    }

    private void startWriting() {
        try {
            workers.execute(this::write);
        } catch (RuntimeException refused) {
            // on the thread of somebody who brought an event: the next tick tells
            failed(refused);
        }
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                more = writeStretch();
                release();
                tell();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(e);
        } catch (IOException | RuntimeException e) {
            failed(e);
            tell();
        } catch (Error e) {
            // most likely too little memory: nothing may pass until it was written
            failed(new IllegalStateException(e));
            tell();
            throw e;
        }
    }

    private void failed(Exception cause) {
        file.rollBack();
        synchronized (this) {
            backlog.putBack();
            writing = false;
            paused(held, true, NOT_WRITTEN);
        }
        trouble.begins(this, cause);
    }

    /** Up to the next time that the disk is forced. Gives false when nothing is left, and somebody else may begin. */
    private boolean writeStretch() throws IOException, InterruptedException {
        boolean last = false;
        ChunkWorkspace space = ChunkWorkspace.borrow();
        try {
            do {
                last = append(space);
            } while (!isForceDue());
        } finally {
            space.giveBack();
        }
        file.force();
        forcedAt = nanos.getAsLong();
        return forced(last);
    }

    private boolean append(ChunkWorkspace space) throws IOException {
        EventBuffer next;
        boolean last;
        synchronized (this) {
            next = backlog.next();
            last = ending && backlog.isNextTheLast();
        }
        if (!next.isEmpty() || last) {
            file.append(next, last, space);
        }
        synchronized (this) {
            backlog.written();
        }
        return last;
    }

    private synchronized boolean isForceDue() {
        return !backlog.isWaiting()
                || (!backlog.hasFull() && !ending)
                || backlog.unforcedBytes() >= FORCE_BYTES
                || nanos.getAsLong() - forcedAt > 1000 * FLUSH_AFTER_MICROS;
    }

    private boolean forced(boolean last) {
        boolean more;
        synchronized (this) {
            backlog.forced();
            if (!last) {
                paused(held, false, "");
            }
            more = !last && (backlog.hasFull() || ending);
            // after the last chunk nobody may begin again
            writing = more || last;
        }
        trouble.isOver(this);
        if (last) {
            close();
        }
        return more;
    }

    /** All of it is on the disk: a file that does not close takes nothing with it. */
    private void close() {
        Seal seal = file.seal();
        try {
            file.close();
        } catch (IOException e) {
            SessionLog.LOG.recordingNotClosed(e);
        }
        finished.complete(seal);
    }

    /** Outside the lock: who waits is a stranger. */
    private void release() {
        List<Completion> released;
        synchronized (this) {
            if (isBehind() && !finished.isDone()) {
                return;
            }
            released = List.copyOf(waiting);
            waiting.clear();
        }
        released.forEach(done -> guarded(done::complete));
    }

    private void tell() {
        while (true) {
            Runnable next;
            synchronized (this) {
                if (telling || news.isEmpty()) {
                    return;
                }
                telling = true;
                next = news.removeFirst();
            }
            guarded(next);
            synchronized (this) {
                telling = false;
            }
        }
    }

    /** What a stranger does wrong must not keep the recorder from its work. */
    private static void guarded(Runnable strangers) {
        try {
            strangers.run();
        } catch (RuntimeException defect) {
            SessionLog.LOG.recorderListenerBroken(defect);
        }
    }

    boolean isFinished() {
        return finished.isDone();
    }

    /** Bytes on the disk. */
    public long size() {
        return file.seal().bytes();
    }
}
