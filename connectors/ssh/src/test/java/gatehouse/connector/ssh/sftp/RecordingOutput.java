package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps whatever is delivered to it, as client or as target. */
final class RecordingOutput extends QuietInput implements TerminalOutput {
    final ByteArrayOutputStream received = new ByteArrayOutputStream();
    final List<Completion> held = new ArrayList<>();
    boolean holdsCompletions;
    int closings;
    Optional<ProblemException> reason = Optional.empty();

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        received.write(bytes, offset, length);
        if (holdsCompletions) {
            held.add(done);
            return;
        }
        done.complete();
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        output(bytes, offset, length, done);
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        done.complete();
    }

    @Override
    public void endOfOutput() {}

    @Override
    public void exited(ExitStatus status) {}

    @Override
    public void closed(Optional<ProblemException> why) {
        closings++;
        reason = why;
    }

    @Override
    public void close() {
        closings++;
    }
}
