package gatehouse.session.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.UserId;
import gatehouse.session.control.Typist;
import gatehouse.session.control.inline.TestingDetour;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.TestingSession;
import gatehouse.session.control.live.TestingTerminal;
import gatehouse.session.control.recording.RecordStage;
import gatehouse.session.control.recording.TestingRecorder;
import gatehouse.session.entity.RecordingRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.7 where files travel in the stream of a terminal: what goes past the stages waits with what goes through them. */
class ChainTest {
    private static final String ZRQINIT = "**\30B00000000000000\r\n\21";
    private static final String ZRINIT = "**\30B0100000023be50\r\n\21";

    @TempDir
    Path directory;

    private final TestingTerminal atPerson = new TestingTerminal();
    private final TestingTerminal atTarget = new TestingTerminal();
    private TestingRecorder recording;
    private LiveSession session;
    private TerminalOutput fromTarget;
    private int delivered;
    private int completed;

    @BeforeEach
    void begin() throws IOException {
        recording = new TestingRecorder(directory);
        session = TestingSession.of(atPerson, atTarget, () -> 0);
        RecordStage stage = new RecordStage(
                recording.recorder(),
                new Typist(UserId.next(), "alice"),
                session.facts().request().terminal(),
                new RecordingRules(),
                (_, task) -> task.run());
        Chain chain = new Chain(List.of(stage), session.exit(), TestingDetour.zmodem(session), session.past());
        fromTarget = chain.towardsPerson();
        session.attach(chain.towards(atTarget));
    }

    @Test
    void whatGoesPastTheStagesIsNotRecorded() throws IOException {
        shows("rz\r" + ZRQINIT);
        types(ZRINIT);

        assertThat(atPerson.shown()).isEqualTo("rz\r" + ZRQINIT);
        assertThat(atTarget.typed()).isEqualTo(ZRINIT);
        assertThat(completed).isEqualTo(delivered);
        assertThat(recording.recorded()).contains("o:rz\r").noneMatch(event -> event.contains("\30"));
    }

    @Test
    void whilePausedNothingGoesPastTheStagesAndNothingIsOvertaken() throws IOException {
        pause();
        shows("rz\r");
        shows(ZRQINIT);
        types("a");
        types(ZRINIT);
        shows("one" + ZRQINIT + "two");
        types("b");
        session.entry().endOfInput();
        fromTarget.endOfOutput();

        assertThat(atPerson.shown()).isEmpty();
        assertThat(atTarget.typed()).isEmpty();
        assertThat(completed).isZero();

        resume();
        assertThat(atPerson.shown()).isEqualTo("rz\r" + ZRQINIT + "one" + ZRQINIT + "two<end>");
        assertThat(atTarget.typed()).isEqualTo("a" + ZRINIT + "b<end>");
        assertThat(completed).isEqualTo(delivered);
        assertThat(recording.recorded()).noneMatch(event -> event.contains("\30"));
    }

    @Test
    void aTargetThatEndsWhilePausedEndsBehindWhatItSent() {
        pause();
        shows(ZRQINIT);
        fromTarget.endOfOutput();
        fromTarget.closed(Optional.empty());
        assertThat(atPerson.shown()).isEmpty();
        assertThat(session.isOver()).isFalse();

        resume();
        assertThat(atPerson.shown()).isEqualTo(ZRQINIT + "<end>");
        assertThat(completed).isEqualTo(delivered);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void aSessionThatEndsWhilePausedCompletesWhatNeverWentOn() {
        pause();
        shows(ZRQINIT);
        types(ZRINIT);
        session.entry().close();
        assertThat(completed).isEqualTo(delivered);

        shows(ZRQINIT);
        types(ZRINIT);
        resume();
        assertThat(atPerson.shown()).isEmpty();
        assertThat(atTarget.typed()).isEmpty();
        assertThat(completed).isEqualTo(delivered);
    }

    private void pause() {
        recording.recorder().hold(true, "test");
    }

    private void resume() {
        recording.recorder().hold(false, "");
    }

    private void shows(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        delivered++;
        fromTarget.output(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    private void types(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        delivered++;
        session.entry().input(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }
}
