package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.inventory.entity.AssetId;
import gatehouse.session.control.live.TestingSession;
import gatehouse.session.control.live.TestingTerminal;
import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandSubject;
import gatehouse.session.entity.SessionId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** R1.6 */
class ScriptStageTest {
    private final List<Command> listed = new ArrayList<>();
    private final CommandSubject subject =
            new CommandSubject(SessionId.next(), TestingSession.caller("alice"), AssetId.next(), "web-1", "root");
    private final ScriptStage stage =
            new ScriptStage(new SessionCommands(subject, () -> Duration.ZERO, listed::add), Clock.systemUTC());
    private final TerminalInput input = stage.input(new TestingTerminal());
    private final TerminalOutput output = stage.output(new TestingTerminal());

    @Test
    void whatIsNotListedIsCounted() {
        sends(":\n".repeat(ScriptStage.MOST_LINES) + "rm -rf /srv\n");
        output.closed(Optional.empty());

        assertThat(texts()).hasSize(ScriptStage.MOST_LINES + 1).endsWith(":", "[12 more bytes, which are not listed]");
    }

    /** Otherwise a line that asks like {@code sudo} would take the next one off the list. */
    @Test
    void whatAnsweredAQuestionHasARow() {
        output.error(bytes("Password: "), 0, 10, Completion.NOTHING);
        sends("hunter2\nls\n");

        assertThat(texts()).containsExactly("[7 bytes that answered a question for a password]", "ls");
    }

    private List<String> texts() {
        return listed.stream().map(Command::text).toList();
    }

    private void sends(String text) {
        byte[] bytes = bytes(text);
        input.input(bytes, 0, bytes.length, Completion.NOTHING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
