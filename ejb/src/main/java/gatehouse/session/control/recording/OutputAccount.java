package gatehouse.session.control.recording;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Keeps the books of bulk output that is not kept whole (R11.6): length and SHA-256 of each stretch of at least a second. Not
 * thread-safe.
 */
final class OutputAccount {
    private static final long STRETCH_MICROS = 1_000_000;

    private final Recorder recorder;
    private final long whole;
    private final MessageDigest digest = RecordingFormat.sha256();
    private long kept;
    private long stretch;
    private long since;

    /** @param whole bytes to keep before accounting begins */
    OutputAccount(Recorder recorder, long whole) {
        this.recorder = recorder;
        this.whole = whole;
    }

    void output(EventType type, byte[] bytes, int offset, int length) {
        if (kept < whole) {
            kept += length;
            recorder.record(type, bytes, offset, length);
            return;
        }
        digest.update(bytes, offset, length);
        stretch += length;
        long now = recorder.elapsedMicros();
        since = since == 0 ? now : since;
        if (now - since >= STRETCH_MICROS) {
            close();
        }
    }

    /** Writes what was not written yet. */
    void close() {
        if (stretch > 0) {
            recorder.record(EventType.ACCOUNTED, stretch + " " + HexFormat.of().formatHex(digest.digest()));
            stretch = 0;
            since = 0;
        }
    }
}
