package gatehouse.session.control.recording;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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
}
