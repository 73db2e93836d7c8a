package gatehouse.session.control.recording;

import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A recorder that writes on the thread of whoever brings something, for tests of whole chains. */
public final class TestingRecorder {
    private final Path path;
    private final Recorder recorder;

    public TestingRecorder(Path directory) throws IOException {
        path = directory.resolve("session.ghr");
        RecordingHeader header = new RecordingHeader(SessionId.next(), Instant.EPOCH, 80, 24, "t", new byte[8]);
        try (Secret key = Secret.copyOf(new byte[32])) {
            recorder = new Recorder(
                    RecordingFile.create(path, header, key),
                    Runnable::run,
                    () -> 0,
                    new TestingRecorderListener(),
                    new WriteTrouble());
        }
    }

    public Recorder recorder() {
        return recorder;
    }

    /** Ends it; each event is its type, a colon and its bytes. */
    public List<String> recorded() throws IOException {
        recorder.finish().join();
        return RecordingFormatTest.events(path, RecordingScan.of(path)).stream()
                .map(event -> (char) event.type().code() + ":" + new String(event.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
