package gatehouse.session.control.files;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.PassedOutput;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes everything on and lets somebody look at the bytes and at how it ended first. */
final class ObservedOutput extends PassedOutput {
    private final ByteObserver observer;
    private final Consumer<ExitStatus> whenExited;
    private final Runnable whenOver;

    ObservedOutput(TerminalOutput next, ByteObserver observer, Consumer<ExitStatus> whenExited, Runnable whenOver) {
        super(next);
        this.observer = observer;
        this.whenExited = whenExited;
        this.whenOver = whenOver;
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        observer.bytes(bytes, offset, length);
        next.output(bytes, offset, length, done);
    }

    @Override
    public void exited(ExitStatus status) {
        whenExited.accept(status);
        next.exited(status);
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        whenOver.run();
        next.closed(reason);
    }
}
