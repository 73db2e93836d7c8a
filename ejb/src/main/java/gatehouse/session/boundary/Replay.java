package gatehouse.session.boundary;

import gatehouse.session.control.recording.Asciicast;
import gatehouse.session.control.recording.RecordedEvent;
import gatehouse.session.control.recording.RecordingReader;
import gatehouse.session.control.recording.RecordingScan;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A recording as asciicast v2, decrypted chunk by chunk while it is written. */
public final class Replay implements AutoCloseable {
    private final RecordingReader reader;

    Replay(RecordingReader reader) {
        this.reader = reader;
    }

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_DAMAGED} at the chunk that does not decrypt */
    public void writeTo(OutputStream target) throws IOException {
        Asciicast cast = new Asciicast();
        write(target, cast.header(reader.scan().header()));
        for (RecordingScan.Chunk chunk : reader.scan().chunks()) {
            StringBuilder lines = new StringBuilder();
            for (RecordedEvent event : reader.events(chunk)) {
                cast.append(lines, event);
            }
            write(target, lines.toString());
        }
    }

    private static void write(OutputStream target, String text) throws IOException {
        target.write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
