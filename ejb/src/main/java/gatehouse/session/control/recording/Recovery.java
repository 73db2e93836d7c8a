package gatehouse.session.control.recording;

import gatehouse.kernel.Secret;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Closes a recording that was being written when the server stopped. */
final class Recovery {
    private Recovery() {}

    static Recorder.Seal close(Path path, RecordingScan scan, Secret key, String marker, long micros)
            throws IOException {
        byte[] text = marker.getBytes(StandardCharsets.UTF_8);
        EventBuffer buffer = new EventBuffer();
        buffer.add(EventType.MARKER, micros, text, 0, text.length);
        try (RecordingFile file = RecordingFile.resume(path, scan, key)) {
            append(file, buffer);
            file.force();
            return file.seal();
        }
    }

    private static void append(RecordingFile file, EventBuffer buffer) throws IOException {
        try {
            ChunkWorkspace space = ChunkWorkspace.borrow();
            try {
                file.append(buffer, true, space);
            } finally {
                space.giveBack();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
