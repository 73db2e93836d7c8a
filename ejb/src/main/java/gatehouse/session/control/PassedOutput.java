package gatehouse.session.control;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.util.Optional;

/** Passes everything on; stages override what they look at. */
public abstract class PassedOutput implements TerminalOutput {
    protected final TerminalOutput next;

    protected PassedOutput(TerminalOutput next) {
        this.next = next;
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        next.output(bytes, offset, length, done);
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        next.error(bytes, offset, length, done);
    }

    @Override
    public void endOfOutput() {
        next.endOfOutput();
    }

    @Override
    public void exited(ExitStatus status) {
        next.exited(status);
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        next.closed(reason);
    }
}
