package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Typist;
import gatehouse.session.entity.RecordingRules;
import gatehouse.session.entity.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.7: while nothing can be recorded nothing passes, in no direction, and nothing is lost or overtaken. */
class PausedStageTest {
    private static final Typist BOB = new Typist(UserId.next(), "bob");

    @TempDir
    Path directory;

    private final AtomicLong nanos = new AtomicLong();
    private final TestingEnds ends = new TestingEnds();
    private Path path;
    private Recorder recorder;
    private TerminalInput person;
    private TerminalOutput target;
    private Detour.Way pastToPerson;
    private Detour.Way pastToTarget;
    private int completed;

    @BeforeEach
    void begin() throws IOException {
        path = directory.resolve("session.ghr");
        RecordingHeader header = new RecordingHeader(SessionId.next(), Instant.EPOCH, 80, 24, "t", new byte[8]);
        try (Secret key = Secret.copyOf(new byte[32])) {
            recorder = new Recorder(
                    RecordingFile.create(path, header, key),
                    Runnable::run,
                    nanos::get,
                    new TestingRecorderListener(),
                    new WriteTrouble());
        }
        TerminalRequest request = new TerminalRequest(TerminalRequest.Kind.SHELL, "", Optional.empty(), Map.of());
        RecordStage stage = new RecordStage(
                recorder, new Typist(UserId.next(), "alice"), request, new RecordingRules(), (_, task) -> task.run());
        target = stage.output(ends);
        pastToPerson = stage.pastOutput(ends::output);
        person = stage.input(ends);
        pastToTarget = stage.pastInput(ends::input);
    }

    @Test
    void whatTheTargetSendsWaitsInItsOrder() throws IOException {
        pause();
        shows("one");
        fails("two");
        shows("three");
        target.endOfOutput();
        target.exited(new ExitStatus.Code(3));
        target.closed(Optional.empty());
        assertThat(ends.shown).isEmpty();
        assertThat(completed).isZero();

        resume();
        assertThat(ends.shown).containsExactly("one", "error: two", "three", "<end>", "<exited>", "<closed>");
        assertThat(completed).isEqualTo(3);
        assertThat(recorded()).containsExactly("o:one", "e:two", "o:three", "m:exit 3");
    }

    @Test
    void whatComesWhileTheRestIsReleasedIsBehindIt() {
        pause();
        shows("one");
        shows("two");
        ends.atOutput(() -> shows("three"));

        resume();
        shows("four");
        assertThat(ends.shown).containsExactly("one", "two", "three", "four");
        assertThat(completed).isEqualTo(4);
    }

    @Test
    void pausedAgainWhileTheRestIsReleasedItWaitsAgain() {
        pause();
        shows("one");
        shows("two");
        ends.atOutput(this::pause);

        resume();
        assertThat(ends.shown).containsExactly("one");
        resume();
        assertThat(ends.shown).containsExactly("one", "two");
    }

    /** {@code echo x | ssh … 'cat > f'} */
    @Test
    void nothingOvertakesWhatThePersonTyped() {
        pause();
        types("x\n");
        BOB.pass(() -> types("y\n"));
        person.resize(WindowSize.cells(100, 30));
        person.signal("USR1");
        person.endOfInput();
        assertThat(ends.typed).isEmpty();
        assertThat(completed).isZero();

        resume();
        assertThat(ends.typed).containsExactly("x\n", "bob: y\n", "<100x30>", "<USR1>", "<end>");
        assertThat(completed).isEqualTo(2);
    }

    /** No window bounds how many come. */
    @Test
    void onlyTheNewestSizeAndAFewSignalsAreKept() {
        pause();
        types("x");
        for (int i = 1; i <= 1000; i++) {
            person.resize(WindowSize.cells(i, 24));
            person.signal("S" + i);
        }
        types("y");

        resume();
        assertThat(ends.typed)
                .containsExactly(
                        "x",
                        "<S993>",
                        "<S994>",
                        "<S995>",
                        "<S996>",
                        "<S997>",
                        "<S998>",
                        "<S999>",
                        "<1000x24>",
                        "<S1000>",
                        "y");

        ends.typed.clear();
        pause();
        for (int i = 1; i <= 3; i++) {
            person.resize(WindowSize.cells(i, 24));
            person.signal("T" + i);
        }
        resume();
        assertThat(ends.typed).containsExactly("<T1>", "<T2>", "<3x24>", "<T3>");
    }

    @Test
    void whatGoesPastTheStagesWaitsInItsOrderAndIsNotRecorded() throws IOException {
        pause();
        shows("one");
        carries(pastToPerson, "two");
        shows("three");
        carries(pastToTarget, "a");
        types("b\n");
        carries(pastToTarget, "c");
        person.endOfInput();
        target.endOfOutput();
        assertThat(ends.shown).isEmpty();
        assertThat(ends.typed).isEmpty();
        assertThat(completed).isZero();

        resume();
        assertThat(ends.shown).containsExactly("one", "two", "three", "<end>");
        assertThat(ends.typed).containsExactly("a", "b\n", "c", "<end>");
        assertThat(completed).isEqualTo(6);
        assertThat(recorded()).contains("o:one", "o:three").doesNotContain("o:two");
    }

    /** R1.3: whoever lets go of what was kept is at it; what comes meanwhile is not delivered beside it. */
    @Test
    void whatGoesPastTheStagesWhileTheRestIsReleasedIsBehindIt() {
        pause();
        shows("one");
        shows("two");
        types("a");
        types("b");
        ends.atOutput(() -> carries(pastToPerson, "three"));
        ends.atInput(() -> carries(pastToTarget, "c"));

        resume();
        carries(pastToPerson, "four");
        carries(pastToTarget, "d");
        assertThat(ends.shown).containsExactly("one", "two", "three", "four");
        assertThat(ends.typed).containsExactly("a", "b", "c", "d");
        assertThat(completed).isEqualTo(8);
    }

    @Test
    void aSessionThatEndsPausedDropsWhatWouldHaveGonePastTheStages() throws IOException {
        pause();
        carries(pastToPerson, "unseen");
        carries(pastToTarget, "unsent");
        person.close();
        carries(pastToPerson, "late");
        carries(pastToTarget, "late");

        assertThat(completed).isEqualTo(4);
        assertThat(ends.typed).containsExactly("<close>");
        assertThat(ends.shown).isEmpty();
        assertThat(recorded()).isEmpty();
    }

    @Test
    void aSessionThatEndsPausedRecordsWhatNobodySawAndDropsWhatNobodySent() throws IOException {
        pause();
        shows("unseen");
        types("unsent\n");
        person.close();
        target.closed(Optional.empty());

        assertThat(completed).isEqualTo(2);
        assertThat(ends.typed).containsExactly("<close>");
        assertThat(ends.shown).containsExactly("<closed>");
        assertThat(recorded()).containsExactly("o:unseen");
    }

    @Test
    void whoseTargetIsGoneEndsWithThePersonToo() {
        pause();
        shows("unseen");
        target.exited(new ExitStatus.Code(0));
        target.closed(Optional.empty());
        assertThat(ends.shown).isEmpty();

        person.close();
        assertThat(ends.shown).containsExactly("<exited>", "<closed>");
        assertThat(completed).isEqualTo(1);
    }

    @Test
    void aTargetThatSaidNothingMeanwhileEndsAtOnce() {
        pause();
        target.exited(new ExitStatus.Code(0));
        target.closed(Optional.empty());

        assertThat(ends.shown).containsExactly("<exited>", "<closed>");
    }

    /** R11.4: it is in the recorder's memory; only more of it must wait. */
    @Test
    void whatIsOnlyBehindPassesAndHoldsBackWhatFollows() {
        shows("one");
        nanos.addAndGet(2_000_000_000);
        shows("two");
        assertThat(ends.shown).containsExactly("one", "two");
        assertThat(completed).isEqualTo(1);

        recorder.tick();
        assertThat(completed).isEqualTo(2);
    }

    private void pause() {
        recorder.hold(true, "test");
    }

    private void resume() {
        recorder.hold(false, "");
    }

    private void shows(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.output(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    private void fails(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        target.error(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    private void carries(Detour.Way past, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        past.bytes(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    private void types(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        person.input(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    private List<String> recorded() throws IOException {
        recorder.finish().join();
        return RecordingFormatTest.events(path, RecordingScan.of(path)).stream()
                .map(event -> (char) event.type().code() + ":" + new String(event.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
