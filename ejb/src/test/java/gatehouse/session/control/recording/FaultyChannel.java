package gatehouse.session.control.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Queue;

/**
 * A file on a disk that fails when it is told to. As on Linux, what was written and could not be forced is lost although it was
 * accepted, and the next force says that all is well.
 */
final class FaultyChannel extends FileChannel {
    enum Step {
        /** Takes half of what it is given, and the one after it fails. */
        WRITE,
        FORCE,
        CLOSE,
        TRUNCATE
    }

    private final FileChannel disk;
    private final Map<Step, Queue<Throwable>> failures = new EnumMap<>(Step.class);
    private Runnable duringWrite = () -> {};
    private Runnable duringClose = () -> {};
    private long forced;

    FaultyChannel(FileChannel disk) {
        this.disk = disk;
    }

    /** The next of these. */
    void fail(Step step, Throwable problem) {
        failures.computeIfAbsent(step, _ -> new ArrayDeque<>()).add(problem);
    }

    /** Once. */
    void duringWrite(Runnable action) {
        duringWrite = action;
    }

    void duringClose(Runnable action) {
        duringClose = action;
    }

    private boolean isFailing(Step step) {
        return !failures.getOrDefault(step, new ArrayDeque<>()).isEmpty();
    }

    private void raise(Step step) throws IOException {
        if (!isFailing(step)) {
            return;
        }
        switch (failures.get(step).remove()) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable other -> throw new IllegalArgumentException(other);
        }
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        Runnable action = duringWrite;
        duringWrite = () -> {};
        action.run();
        if (isFailing(Step.WRITE)) {
            ByteBuffer half = source.duplicate().limit(source.position() + source.remaining() / 2);
            disk.write(half, position);
            raise(Step.WRITE);
        }
        return disk.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (isFailing(Step.FORCE)) {
            disk.write(ByteBuffer.allocate((int) (disk.size() - forced)), forced);
            raise(Step.FORCE);
        }
        disk.force(metaData);
        forced = disk.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        duringClose.run();
        disk.close();
        raise(Step.CLOSE);
    }

    @Override
    public long size() throws IOException {
        return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        raise(Step.TRUNCATE);
        disk.truncate(size);
        return this;
    }

    private static UnsupportedOperationException unused() {
        return new UnsupportedOperationException("no recording does that");
    }

    @Override
    public int write(ByteBuffer source) {
        throw unused();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw unused();
    }

    @Override
    public int read(ByteBuffer target) {
        throw unused();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw unused();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw unused();
    }

    @Override
    public long position() {
        throw unused();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw unused();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw unused();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw unused();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw unused();
    }

    @Override
    public FileLock lock(long position, long size, boolean isShared) {
        throw unused();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) {
        throw unused();
    }
}
