package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.session.entity.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.1, R11.2: what was written is read, cut anywhere it verifies up to its last whole chunk, and a changed bit is found. */
class RecordingFormatTest {
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();

    private final Random random = new Random(7);

    @Test
    void whatWasRecordedIsReadBackInOrder() throws IOException {
        Path path = directory.resolve("a/b.ghr");
        byte[] written = record(path, 200, 4000);

        RecordingScan scan = RecordingScan.of(path);

        assertThat(scan.complete()).isTrue();
        assertThat(scan.header().title()).isEqualTo("root@web-1");
        assertThat(output(path, scan)).isEqualTo(written);
        assertThat(scan.chunks().size()).isGreaterThan(2);
    }

    @Test
    void longEventsAreCutAndNothingIsLost() throws IOException {
        Path path = directory.resolve("long.ghr");
        byte[] written = record(path, 3, 700_000);

        assertThat(output(path, RecordingScan.of(path))).isEqualTo(written);
    }

    @Test
    void remainsVerifyUpToTheLastWholeChunkWhereverTheyWereCut() throws IOException {
        Path path = directory.resolve("whole.ghr");
        byte[] written = record(path, 12, 60);
        byte[] whole = Files.readAllBytes(path);
        RecordingScan full = RecordingScan.of(path);
        int header = (int) full.chunks().getFirst().offset();

        for (int length = header; length < whole.length; length++) {
            Path cut = Files.write(directory.resolve("cut.ghr"), Arrays.copyOf(whole, length));
            RecordingScan scan = RecordingScan.of(cut);
            int at = length;
            long expected = full.chunks().stream().filter(c -> end(c) <= at).count();
            assertThat(scan.chunks()).hasSize((int) expected);
            assertThat(scan.complete()).isFalse();
            byte[] remains = output(cut, scan);
            assertThat(Arrays.copyOf(written, remains.length)).isEqualTo(remains);
        }
    }

    @Test
    void remainsAreClosedAndThenComplete() throws IOException {
        Path path = directory.resolve("crashed.ghr");
        byte[] written = record(path, 12, 60);
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length - 40));

        try (Secret key = Secret.copyOf(KEY);
                RecordingFile file = RecordingFile.resume(path, RecordingScan.of(path), key)) {
            close(file);
        }

        RecordingScan scan = RecordingScan.of(path);
        assertThat(scan.complete()).isTrue();
        byte[] remains = output(path, scan);
        assertThat(Arrays.copyOf(written, remains.length)).isEqualTo(remains);
    }

    /** A backup that was made while the session ran is recovered in its turn, under the same key. */
    @Test
    void twoRecoveriesOfTheSameRemainsSealWithDifferentNonces() throws IOException {
        Path path = directory.resolve("crashed.ghr");
        record(path, 12, 60);
        byte[] whole = Files.readAllBytes(path);
        byte[] remains = Arrays.copyOf(whole, whole.length - 40);

        assertThat(recovered(remains)).isNotEqualTo(recovered(remains));
    }

    private byte[] recovered(byte[] remains) throws IOException {
        Path path = Files.write(directory.resolve("remains.ghr"), remains);
        RecordingScan scan = RecordingScan.of(path);
        try (Secret key = Secret.copyOf(KEY)) {
            Recovery.close(path, scan, key, "the server stopped", 0);
        }
        byte[] whole = Files.readAllBytes(path);
        return Arrays.copyOfRange(whole, (int) scan.validBytes(), whole.length);
    }

    @Test
    void recordingsFromBeforeChunksHadNoncesOfTheirOwnAreRead() throws Exception {
        Path path = Path.of(getClass().getResource("before-own-nonces.ghr").toURI());
        RecordingScan scan = RecordingScan.of(path);

        assertThat(scan.complete()).isTrue();
        assertThat(new String(output(path, scan), StandardCharsets.UTF_8))
                .isEqualTo("short\r\n" + "long ".repeat(40) + "end\r\n");
    }

    @Test
    void aFlippedBitIsFoundWhereverItIs() throws IOException {
        Path path = directory.resolve("flip.ghr");
        record(path, 12, 60);
        byte[] whole = Files.readAllBytes(path);
        byte[] head = RecordingScan.of(path).hash();

        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(directory.resolve("changed.ghr"), changed);
            assertThat(isWhole(file, head)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void aChunkOfAnotherSessionDoesNotDecrypt() throws IOException {
        Path path = directory.resolve("other.ghr");
        record(path, 3, 60);
        RecordingScan scan = RecordingScan.of(path);
        byte[] wrong = KEY.clone();
        wrong[0] = 1;
        try (Secret key = Secret.copyOf(wrong);
                RecordingReader reader = new RecordingReader(path, scan, key)) {
            assertThatThrownBy(() -> reader.events(scan.chunks().getFirst())).isInstanceOf(ProblemException.class);
        }
    }

    private static boolean isWhole(Path file, byte[] head) throws IOException {
        try {
            RecordingScan scan = RecordingScan.of(file);
            return scan.complete() && Arrays.equals(head, scan.hash());
        } catch (ProblemException e) {
            return false;
        }
    }

    private static long end(RecordingScan.Chunk chunk) {
        return chunk.offset() + RecordingFormat.CHUNK_HEAD + chunk.payload() + RecordingFormat.HASH;
    }

    private byte[] record(Path path, int events, int maxLength) throws IOException {
        RecordingHeader header = new RecordingHeader(
                SessionId.next(), Instant.parse("2026-01-02T03:04:05Z"), 80, 24, "root@web-1", new byte[40]);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Secret key = Secret.copyOf(KEY)) {
            RecordingFile file = RecordingFile.create(path, header, key);
            Recorder recorder =
                    new Recorder(file, Runnable::run, nanos::get, new TestingRecorderListener(), new WriteTrouble());
            for (int i = 0; i < events; i++) {
                byte[] event = event(maxLength);
                written.writeBytes(event);
                recorder.record(EventType.OUTPUT, event, 0, event.length);
                nanos.addAndGet(300_000_000);
                recorder.tick();
            }
            recorder.finish().join();
        }
        return written.toByteArray();
    }

    private byte[] event(int maxLength) {
        byte[] event = new byte[1 + random.nextInt(maxLength)];
        if (random.nextBoolean()) {
            random.nextBytes(event);
        }
        return event;
    }

    private static void close(RecordingFile file) throws IOException {
        byte[] note = "the server stopped".getBytes(StandardCharsets.UTF_8);
        EventBuffer buffer = new EventBuffer();
        buffer.add(EventType.MARKER, 0, note, 0, note.length);
        try {
            ChunkWorkspace space = ChunkWorkspace.borrow();
            file.append(buffer, true, space);
            space.giveBack();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] output(Path path, RecordingScan scan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (RecordedEvent event : events(path, scan)) {
            if (event.type() == EventType.OUTPUT) {
                bytes.writeBytes(event.bytes());
            }
        }
        return bytes.toByteArray();
    }

    static List<RecordedEvent> events(Path path, RecordingScan scan) throws IOException {
        List<RecordedEvent> events = new ArrayList<>();
        try (Secret key = Secret.copyOf(KEY);
                RecordingReader reader = new RecordingReader(path, scan, key)) {
            for (RecordingScan.Chunk chunk : scan.chunks()) {
                events.addAll(reader.events(chunk));
            }
        }
        return events;
    }
}
