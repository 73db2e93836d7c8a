package gatehouse.session.control.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * A file on a disk that fails when it is told to. As on Linux, what was written and could not be forced is lost although it was
 * accepted, and the next force says that all is well.
 */
final class FaultyChannel extends FileChannel {
    private final FileChannel disk;
    private final Queue<Throwable> atWrite = new ArrayDeque<>();
    private final Queue<Exception> atForce = new ArrayDeque<>();
    private final Queue<IOException> atClose = new ArrayDeque<>();
    private final Queue<IOException> atTruncate = new ArrayDeque<>();
    private Runnable duringWrite = () -> {};
    private Runnable duringClose = () -> {};
    private long forced;

    FaultyChannel(FileChannel disk) {
        this.disk = disk;
    }

    /** The next write takes half of what it is given, and the one after it fails. */
    void failWrite(Throwable problem) {
        atWrite.add(problem);
    }

    void failForce(Exception problem) {
        atForce.add(problem);
    }

    void failClose(IOException problem) {
        atClose.add(problem);
    }

    void failTruncate(IOException problem) {
        atTruncate.add(problem);
    }

    /** Once. */
    void duringWrite(Runnable action) {
        duringWrite = action;
    }

    void duringClose(Runnable action) {
        duringClose = action;
    }

    private static void raise(Throwable problem) throws IOException {
        switch (problem) {
            case null -> {}
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(problem);
        }
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        Runnable action = duringWrite;
        duringWrite = () -> {};
        action.run();
        if (!atWrite.isEmpty()) {
            ByteBuffer half = source.duplicate().limit(source.position() + source.remaining() / 2);
            disk.write(half, position);
            raise(atWrite.remove());
        }
        return disk.write(source, position);
    }

    @Override
    public void force(boolean metaData) throws IOException {
        if (!atForce.isEmpty()) {
            disk.write(ByteBuffer.allocate((int) (disk.size() - forced)), forced);
            raise(atForce.remove());
        }
        disk.force(metaData);
        forced = disk.size();
    }

    @Override
    protected void implCloseChannel() throws IOException {
        duringClose.run();
        disk.close();
        raise(atClose.poll());
    }

    @Override
    public long size() throws IOException {
        return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        raise(atTruncate.poll());
        disk.truncate(size);
        return this;
    }

    @Override
    public int write(ByteBuffer source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int read(ByteBuffer target, long position) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileChannel position(long newPosition) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long position, long size, boolean isShared) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock tryLock(long position, long size, boolean isShared) {
        throw new UnsupportedOperationException();
    }
}
