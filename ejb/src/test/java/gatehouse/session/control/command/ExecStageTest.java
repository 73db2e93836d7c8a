package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecStageTest {
    private final Observed observed = new Observed();
    private final Sink person = new Sink();
    private final TerminalOutput stage = new ExecStage(observed, "ls -l /nowhere", Clock.systemUTC()).output(person);

    private static final class Sink implements TerminalOutput {
        private int bytes;
        private boolean closed;

        @Override
        public void output(byte[] output, int offset, int length, Completion done) {
            bytes += length;
            done.complete();
        }

        @Override
        public void error(byte[] output, int offset, int length, Completion done) {
            output(output, offset, length, done);
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        @Override
        public void closed(Optional<ProblemException> reason) {
            closed = true;
        }
    }

    @Test
    void commandLineOutputAndStatusAreKept() {
        byte[] error = "ls: cannot access '/nowhere'\n".getBytes(StandardCharsets.UTF_8);
        stage.error(error, 0, error.length, Completion.NOTHING);
        stage.exited(new ExitStatus.Code(2));
        stage.closed(Optional.empty());
        assertThat(observed.commands())
                .containsExactly(new Observed.Command(1, "ls -l /nowhere", "ls: cannot access '/nowhere'", 2));
        assertThat(person.bytes).isEqualTo(error.length);
        assertThat(person.closed).isTrue();
    }

    @Test
    void longOutputPassesWholeAndIsKeptInPart() {
        byte[] block = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        stage.output(block, 0, block.length, Completion.NOTHING);
        stage.closed(Optional.empty());
        assertThat(person.bytes).isEqualTo(100_000);
        assertThat(observed.commands().getFirst().output()).hasSize(4096);
        assertThat(observed.commands().getFirst().exitStatus()).isEqualTo(-1);
    }

    @Test
    void whatNeverReachedTheTargetIsNoCommand() {
        stage.closed(Optional.empty());
        assertThat(observed.commands()).isEmpty();
    }
}
