package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.kernel.Secret;
import gatehouse.session.control.recording.FaultyChannel.Step;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.1, R11.3, R11.4, R11.7: a disk that fails loses nothing of a recording and writes nothing twice. */
class RecorderTest {
    private static final long MILLIS = 1_000_000;
    private static final String PAUSED = "paused: the recording cannot be written";

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private final TestingRecorderListener listener = new TestingRecorderListener();
    private Path path;
    private FaultyChannel disk;
    private boolean refusing;
    private Recorder recorder;

    @BeforeEach
    void begin() throws IOException {
        path = directory.resolve("session.ghr");
        disk = new FaultyChannel(FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.READ));
        RecordingHeader header = new RecordingHeader(SessionId.next(), Instant.EPOCH, 80, 24, "t", new byte[8]);
        try (Secret key = key()) {
            RecordingFile file = RecordingFile.create(disk, header, key);
            recorder = new Recorder(file, this::work, nanos::get, listener, new WriteTrouble());
        }
    }

    private static IOException full() {
        return new IOException("No space left on device");
    }

    private static Secret key() {
        return Secret.copyOf(new byte[32]);
    }

    private void work(Runnable task) {
        if (refusing) {
            throw new RejectedExecutionException("the server stops");
        }
        task.run();
    }

    @Test
    void whatCouldNotBeForcedIsWrittenAgainAndOnce() throws IOException {
        disk.fail(Step.FORCE, new IOException("Input/output error"));
        shows("one");
        passes(700);
        assertThat(recorder.isPaused()).isTrue();

        shows("two");
        passes(700);
        assertThat(recorder.isPaused()).isFalse();
        recorder.finish().join();

        assertWhole("one", "two");
        assertThat(listener.heard()).containsExactly(PAUSED, "resumed");
    }

    @Test
    void severalChunksThatCouldNotBeForcedAreWrittenAgain() throws IOException {
        String much = "x".repeat(RecordingFormat.MAX_PLAIN);
        disk.duringWrite(() -> {
            shows(much);
            disk.fail(Step.FORCE, full());
        });
        shows("one");
        passes(700);
        passes(700);
        passes(700);
        recorder.finish().join();

        assertThat(String.join("", shown())).isEqualTo("one" + much);
        assertThat(RecordingScan.of(path).complete()).isTrue();
    }

    @Test
    void theLastChunkThatCouldNotBeForcedIsTheLastOfAll() throws IOException {
        shows("one");
        disk.fail(Step.FORCE, full());
        CompletableFuture<Recorder.Seal> finished = recorder.finish();
        assertThat(finished).isNotDone();

        passes(250);

        assertThat(finished).isCompleted();
        assertWhole("one");
        assertThat(finished.join().chunks())
                .isEqualTo(RecordingScan.of(path).chunks().size());
        assertThat(finished.join().hash()).isEqualTo(RecordingScan.of(path).hash());
    }

    @Test
    void aTornWriteIsRepeated() throws IOException {
        disk.fail(Step.WRITE, full());
        shows("one");
        passes(700);
        assertThat(recorder.isPaused()).isTrue();
        shows("two");
        passes(700);
        disk.fail(Step.WRITE, full());
        CompletableFuture<Recorder.Seal> _ = recorder.finish();
        passes(250);

        assertWhole("one", "two");
        assertThat(listener.heard()).containsExactly(PAUSED, "resumed", PAUSED);
    }

    @Test
    void whatFailedBeforeTheEndMayBecomeTheLast() throws IOException {
        disk.fail(Step.WRITE, full());
        shows("one");
        passes(700);
        recorder.finish().join();

        assertWhole("one");
    }

    @Test
    void aFileThatDoesNotCloseIsWholeAllTheSame() throws IOException {
        disk.fail(Step.CLOSE, full());
        shows("one");
        CompletableFuture<Recorder.Seal> finished = recorder.finish();
        passes(700);

        assertThat(finished).isCompleted();
        assertWhole("one");
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void nobodyBeginsAgainWhileTheFileIsClosed() throws IOException {
        disk.duringClose(() -> passes(700));
        shows("one");
        CompletableFuture<Recorder.Seal> finished = recorder.finish();

        assertThat(finished).isCompleted();
        assertWhole("one");
        assertThat(listener.heard()).isEmpty();
    }

    @Test
    void anUnexpectedFailureIsTriedAgain() throws IOException {
        disk.fail(Step.WRITE, new IllegalStateException("a defect"));
        shows("one");
        passes(700);
        assertThat(recorder.isPaused()).isTrue();
        passes(700);
        CompletableFuture<Recorder.Seal> _ = recorder.finish();

        assertWhole("one");
    }

    /** Most likely too little memory: somebody above has to hear of it, and nothing may pass meanwhile. */
    @Test
    void anErrorPausesGoesOnUpAndIsTriedAgain() throws IOException {
        OutOfMemoryError error = new OutOfMemoryError("expected");
        List<String> told = new ArrayList<>();
        disk.fail(Step.WRITE, error);
        shows("one");
        assertThatThrownBy(() -> passes(700)).isSameAs(error);
        assertThat(recorder.isPaused()).isTrue();
        assertThat(listener.heard()).containsExactly(PAUSED);
        recorder.whenCaughtUp(() -> told.add("released"));
        assertThat(told).isEmpty();

        passes(700);
        assertThat(told).containsExactly("released");
        recorder.finish().join();
        assertWhole("one");
        assertThat(listener.heard()).containsExactly(PAUSED, "resumed");
    }

    @Test
    void workersThatRefuseAreAskedAgain() throws IOException {
        refusing = true;
        shows("one");
        passes(700);
        assertThat(recorder.isPaused()).isTrue();
        refusing = false;
        passes(700);
        recorder.finish().join();

        assertWhole("one");
        assertThat(listener.heard()).containsExactly(PAUSED, "resumed");
    }

    /** What was held back meanwhile would wait for ever. */
    @Test
    void aSpellThatIsOverBeforeItWasToldEndsAllTheSame() {
        List<String> resumed = new ArrayList<>();
        recorder.onResume(() -> resumed.add("resumed"));
        refusing = true;
        shows("one");
        passes(700);
        refusing = false;
        shows("x".repeat(RecordingFormat.MAX_PLAIN));

        assertThat(recorder.isPaused()).isFalse();
        assertThat(resumed).hasSize(1);
        assertThat(listener.heard()).containsExactly(PAUSED, "resumed");
    }

    @Test
    void oneThatWaitsAndFailsHarmsNobodyElse() throws IOException {
        List<String> told = new ArrayList<>();
        recorder.hold(true, "test");
        recorder.whenCaughtUp(() -> {
            throw new IllegalStateException("a stranger's defect");
        });
        recorder.whenCaughtUp(() -> told.add("the other"));
        shows("one");
        recorder.hold(false, "");
        passes(700);
        recorder.finish().join();

        assertThat(told).containsExactly("the other");
        assertWhole("one");
    }

    @Test
    void whoWaitsForTheEndIsToldOutsideTheLock() {
        shows("one");
        List<Boolean> locked = new ArrayList<>();
        disk.fail(Step.FORCE, full());
        CompletableFuture<Recorder.Seal> finished = recorder.finish();
        CompletableFuture<Void> told = finished.thenRun(() -> locked.add(Thread.holdsLock(recorder)));
        passes(250);

        assertThat(told).isCompleted();
        assertThat(locked).containsExactly(false);
    }

    /** R11.4: what happened while something else was written is as old as it is. */
    @Test
    void itIsBehindByItsOldestEvent() {
        disk.duringWrite(() -> {
            shows("two");
            nanos.addAndGet(500 * MILLIS);
        });
        shows("one");
        passes(700);
        assertThat(recorder.isBehind()).isFalse();

        nanos.addAndGet(600 * MILLIS);
        assertThat(recorder.isBehind()).isTrue();
    }

    @Test
    void heldWhileEndingItEndsAndReleases() throws IOException {
        List<String> told = new ArrayList<>();
        shows("one");
        recorder.hold(true, "the disk for recordings is nearly full");
        Completion waiting = () -> told.add("released");
        recorder.whenCaughtUp(waiting);
        assertThat(told).isEmpty();

        assertThat(recorder.finish()).isCompleted();
        recorder.hold(false, "");

        assertThat(told).containsExactly("released");
        assertWhole("one");
        assertThat(listener.heard()).containsExactly("paused: the disk for recordings is nearly full");
    }

    @Test
    void pausedForTwoReasonsItIsToldOnce() {
        recorder.hold(true, "the disk for recordings is nearly full");
        disk.fail(Step.WRITE, full());
        shows("one");
        passes(700);
        recorder.hold(false, "");
        assertThat(recorder.isPaused()).isTrue();
        passes(700);

        assertThat(listener.heard()).containsExactly("paused: the disk for recordings is nearly full", "resumed");
    }

    @Test
    void whatAFailingDiskLeftIsRecovered() throws IOException {
        shows("one");
        passes(700);
        shows("two");
        disk.fail(Step.WRITE, full());
        passes(700);

        try (Secret key = key()) {
            Recovery.close(path, RecordingScan.of(path), key, "the server stopped", 0);
        }

        assertWhole("one");
    }

    @Test
    void remainsThatCannotBeCutAreClosedAgain() throws IOException {
        shows("one");
        passes(700);
        RecordingScan scan = RecordingScan.of(path);
        disk.fail(Step.TRUNCATE, new IOException("Read-only file system"));

        try (Secret key = key()) {
            assertThatThrownBy(() -> RecordingFile.resume(disk, scan, key)).hasMessage("Read-only file system");
        }
        assertThat(disk.isOpen()).isFalse();
    }

    private void shows(String text) {
        recorder.record(EventType.OUTPUT, text);
    }

    private void passes(long millis) {
        nanos.addAndGet(millis * MILLIS);
        recorder.tick();
    }

    private void assertWhole(String... texts) throws IOException {
        RecordingScan scan = RecordingScan.of(path);
        assertThat(scan.fault()).isEmpty();
        assertThat(scan.complete()).isTrue();
        assertThat(shown()).containsExactly(texts);
    }

    private List<String> shown() throws IOException {
        return RecordingFormatTest.events(path, RecordingScan.of(path)).stream()
                .filter(event -> event.type() == EventType.OUTPUT)
                .map(event -> new String(event.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
