package gatehouse.session.control.recording;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.zip.Deflater;

/**
 * What sealing a chunk needs and an idle session must not hold: a deflater and two buffers, about 800 KiB. As many as there are
 * cores are shared by all recordings.
 */
final class ChunkWorkspace {
    private static final BlockingQueue<ChunkWorkspace> POOL = pool();

    /** Fastest level: terminal output shrinks to a tenth, and higher levels cost three times the time for a twentieth more. */
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

    private final byte[] deflated = new byte[RecordingFormat.MAX_PLAIN];
    private final ByteBuffer out =
            ByteBuffer.allocateDirect(RecordingFormat.CHUNK_HEAD + RecordingFormat.MAX_PAYLOAD + RecordingFormat.HASH);

    private static BlockingQueue<ChunkWorkspace> pool() {
        int size = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 16);
        BlockingQueue<ChunkWorkspace> pool = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            pool.add(new ChunkWorkspace());
        }
        return pool;
    }

    /** Waits for a free one. */
    static ChunkWorkspace borrow() throws InterruptedException {
        return POOL.take();
    }

    void giveBack() {
        POOL.add(this);
    }

    /**
     * Depends on nothing but {@code plain}: a chunk that is sealed again after a failed write must be as long as before, so that nothing
     * of the first attempt is left behind it.
     *
     * @return the deflated text's length in {@link #deflated}, 0 when deflating does not pay
     */
    int deflate(byte[] plain, int length) {
        if (length < 64 || looksIncompressible(plain, length)) {
            return 0;
        }
        int size = deflated(plain, length);
        return size < length - length / 16 ? size : 0;
    }

    private boolean looksIncompressible(byte[] plain, int length) {
        int sample = Math.min(length, 4096);
        return length > 32 * 1024 && deflated(plain, sample) > sample - sample / 16;
    }

    private int deflated(byte[] plain, int length) {
        deflater.reset();
        deflater.setInput(plain, 0, length);
        deflater.finish();
        int size = deflater.deflate(deflated, 0, deflated.length);
        return deflater.finished() ? size : Integer.MAX_VALUE;
    }

    byte[] deflated() {
        return deflated;
    }

    ByteBuffer out() {
        return out.clear();
    }
}
