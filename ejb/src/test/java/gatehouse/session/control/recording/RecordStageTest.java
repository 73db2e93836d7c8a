package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.UserId;
import gatehouse.session.control.Typist;
import gatehouse.session.control.live.TestingTerminal;
import gatehouse.session.entity.RecordingRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** R11.6 */
class RecordStageTest {
    private static final long LIMIT = 1000;

    @Test
    void onlyAnExecWithoutATerminalIsCutShort() {
        Optional<Pty> terminal = Optional.of(new Pty("xterm", WindowSize.cells(80, 24), Map.of()));

        assertThat(kept(TerminalRequest.Kind.EXEC, Optional.empty())).isEqualTo(LIMIT);
        assertThat(kept(TerminalRequest.Kind.EXEC, terminal)).isEqualTo(Long.MAX_VALUE);
        assertThat(kept(TerminalRequest.Kind.SHELL, terminal)).isEqualTo(Long.MAX_VALUE);
        assertThat(kept(TerminalRequest.Kind.SHELL, Optional.empty())).isEqualTo(Long.MAX_VALUE);
    }

    private static long kept(TerminalRequest.Kind kind, Optional<Pty> terminal) {
        return ProgramAccount.keptWhole(new TerminalRequest(kind, "", terminal, Map.of()), LIMIT);
    }

    @Test
    void aTerminalIsKeptWholeWhateverItsProgramIsCalled() {
        Optional<Pty> terminal = Optional.of(new Pty("xterm", WindowSize.cells(80, 24), Map.of()));
        TerminalRequest request =
                new TerminalRequest(TerminalRequest.Kind.EXEC, "./git-upload-pack -i", terminal, Map.of());

        assertThat(ProgramAccount.keptWhole(request, LIMIT)).isEqualTo(Long.MAX_VALUE);
    }

    /** Otherwise a recording could be made that nobody can read. */
    @Test
    void aWindowWithoutASizeIsRecordedWithOne(@TempDir Path directory) throws IOException {
        TestingRecorder recording = new TestingRecorder(directory);
        Optional<Pty> terminal = Optional.of(new Pty("xterm", WindowSize.cells(0, 0), Map.of()));
        TerminalRequest request = new TerminalRequest(TerminalRequest.Kind.SHELL, "", terminal, Map.of());

        new RecordStage(
                recording.recorder(),
                new Typist(UserId.next(), "alice"),
                request,
                new RecordingRules(),
                (_, task) -> task.run());

        assertThat(recording.recorded()).contains("r:80x24");
    }

    /** The server of a target sends ordinary output first when it reads both streams at once. */
    @Test
    void whatIsSentAheadIsRecordedBeforeWhatFollowsItAndAPasswordNotAtAll(@TempDir Path directory) throws IOException {
        TestingRecorder recording = new TestingRecorder(directory);
        TerminalRequest request = new TerminalRequest(TerminalRequest.Kind.EXEC, "login", Optional.empty(), Map.of());
        List<Runnable> soon = new ArrayList<>();
        RecordStage stage = new RecordStage(
                recording.recorder(),
                new Typist(UserId.next(), "alice"),
                request,
                new RecordingRules(),
                (_, task) -> soon.add(task));
        TestingTerminal person = new TestingTerminal();
        TerminalInput input = stage.input(new TestingTerminal());
        TerminalOutput output = stage.output(person);

        input.input(bytes("hunter2\nls\n"), 0, 11, Completion.NOTHING);
        output.output(bytes("welcome\n"), 0, 8, Completion.NOTHING);
        output.error(bytes("Password: "), 0, 10, Completion.NOTHING);
        assertThat(person.shown()).isEqualTo("welcome\nPassword: ");
        assertThat(soon).hasSize(1);
        soon.removeFirst().run();
        output.output(bytes("a b\n"), 0, 4, Completion.NOTHING);
        output.exited(new ExitStatus.Code(0));

        assertThat(soon).isEmpty();
        assertThat(recording.recorded())
                .containsExactly("m:exec login", "n:7", "i:ls\n", "o:welcome\n", "e:Password: ", "o:a b\n", "m:exit 0");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
