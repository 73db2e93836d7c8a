package gatehouse.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.Secret;
import gatehouse.session.control.recording.EventType;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.control.recording.RecordingHeader;
import gatehouse.session.control.recording.RecordingReader;
import gatehouse.session.control.recording.RecordingScan;
import gatehouse.session.control.recording.RecordingStore;
import gatehouse.session.entity.ReplayHit;
import gatehouse.session.entity.ReplayOutline;
import gatehouse.session.entity.SessionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of ten minutes, in parts. */
class ReplayTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private RecordingStore store;
    private Recorder recorder;
    private SessionId session;

    @BeforeEach
    void record() {
        session = SessionId.next();
        store = new RecordingStore(directory, Runnable::run, nanos::get);
        begin();
        recorder.record(EventType.RESIZE, "80x24");
        show("\033[32m");
        for (int second = 0; second < 600; second++) {
            show("second " + second + " \u6f22");
            pass(second == 300 ? 90_000 : 1000);
            show("\r\n");
        }
        recorder.record(EventType.MARKER, "bob joined");
        recorder.record(EventType.RESIZE, "100x30");
        for (String letter : List.of("n", "e", "e", "d", "l", "e")) {
            show(letter);
            pass(500);
        }
        recorder.finish().join();
    }

    /** Without a terminal nothing puts carriage returns before line feeds: a player would draw stairs. */
    @Test
    void whatHadNoTerminalIsPlayedInLines() throws IOException {
        session = SessionId.next();
        begin();
        recorder.record(EventType.MARKER, "exec seq 2");
        recorder.record(EventType.OUTPUT, "1\n2\r\n");
        recorder.finish().join();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (Replay replay = replay()) {
            replay.writeTo(whole);
        }
        assertThat(whole.toString(StandardCharsets.UTF_8)).contains("\"o\", \"1\\u000d\\u000a2\\u000d\\u000a\"");
    }

    @Test
    void theOutlineSaysWhereItsPartsAndSilencesAre() throws IOException {
        try (Replay replay = replay()) {
            ReplayOutline outline = replay.outline();
            assertThat(outline.columns()).isEqualTo(80);
            assertThat(outline.parts()).hasSizeGreaterThan(8).isSorted();
            assertThat(outline.micros()).isBetween(691_000_000L, 692_000_000L);
            assertThat(outline.silences()).hasSize(1);
            assertThat(outline.silences().getFirst().from()).isBetween(300_000_000L, 304_000_000L);
        }
    }

    /** A character is cut between some of them: three bytes, recorded one by one at a part's end. */
    @Test
    void thePartsAreTheWhole() throws IOException {
        try (Replay replay = replay()) {
            StringBuilder parts = new StringBuilder();
            for (int i = 0; i < replay.outline().parts().size(); i++) {
                parts.append(part(replay, i, false));
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            replay.writeTo(whole);
            String cast = whole.toString(StandardCharsets.UTF_8);
            assertThat(parts).hasToString(cast.substring(cast.indexOf('\n') + 1));
            assertThat(cast).doesNotContain("\ufffd");
        }
    }

    @Test
    void aPartBeginsWithTheScreenForWhoJumpsThere() throws IOException {
        try (Replay replay = replay()) {
            int number = 3;
            long second = replay.outline().parts().get(number) / 1_000_000;
            List<String> lines = part(replay, number, true).lines().toList();
            assertThat(lines.get(0)).contains("\"r\", \"80x24\"");
            assertThat(lines.get(1))
                    .contains("\"o\"")
                    .contains("second " + (second - 2))
                    .doesNotContain("second " + (second - 40) + " ")
                    .contains("\\u001b[0;38;5;2m");
        }
    }

    @Test
    void searchFindsAWordThatCameLetterByLetter() throws IOException {
        try (Replay replay = replay()) {
            assertThat(replay.search("NEEDLE")).extracting(ReplayHit::text).containsExactly("needle");
            assertThat(replay.search("second 7 ").getFirst().micros()).isBetween(6_900_000L, 7_100_000L);
            assertThat(replay.search("second")).hasSize(500);
            assertThat(replay.search("nowhere")).isEmpty();
            assertThat(replay.markers()).extracting(ReplayHit::text).containsExactly("bob joined");
        }
    }

    @Test
    void aPartThatIsNotThereIsRefused() throws IOException {
        try (Replay replay = replay()) {
            assertThatThrownBy(() -> part(replay, 1000, false)).hasMessageContaining("parts");
        }
    }

    private static String part(Replay replay, int number, boolean screen) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        replay.writePart(number, screen, target);
        return target.toString(StandardCharsets.UTF_8);
    }

    private void begin() {
        RecordingHeader header = new RecordingHeader(session, START, 80, 24, "root@web-1", new byte[8]);
        try (Secret key = Secret.copyOf(new byte[32])) {
            recorder = store.begin(header, key, new Recorder.Listener() {
                @Override
                public void paused(String why) {
                    throw new AssertionError(why);
                }

                @Override
                public void resumed() {
                    // nothing was paused
                }
            });
        }
    }

    private Replay replay() throws IOException {
        Path path = store.path(session, START);
        try (Secret key = Secret.copyOf(new byte[32])) {
            return new Replay(new RecordingReader(path, RecordingScan.of(path), key));
        }
    }

    /** Byte by byte, so that characters are cut between events. */
    private void show(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            recorder.record(EventType.OUTPUT, bytes, i, 1);
            store.tick();
        }
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
        store.tick();
    }
}
