package gatehouse.session.control.files;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.exec.CopyCommand;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a program whose protocol is not followed ({@code rsync}, {@code git}): one line of the log for the whole run. */
final class VolumeStage implements TerminalStage {
    private final TransferTrace trace;
    private final boolean clientSends;
    private final boolean clientReceives;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();

    VolumeStage(CopyCommand command, TransferGuard guard) {
        this.trace = guard.trace(FileOperation.of(command.kind(), FilePath.of(command.path())));
        this.clientSends = command.kind() != Kind.READ;
        this.clientReceives = command.kind() != Kind.WRITE;
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new ObservedInput(next, clientSends ? this::count : (_, _, _) -> {}, this::interrupted);
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new ObservedOutput(
                next, clientReceives ? this::count : (_, _, _) -> {}, this::exited, this::interrupted);
    }

    private void count(byte[] content, int offset, int length) {
        bytes.addAndGet(length);
    }

    private void exited(ExitStatus status) {
        switch (status) {
            case ExitStatus.Code(int code) when code == 0 -> finish(FileOutcome.SUCCEEDED);
            case ExitStatus.Code(int code) -> finish(new FileOutcome.Failed("it ended with exit code " + code));
            case ExitStatus.Signal signal -> finish(new FileOutcome.Failed("it was ended by signal " + signal.name()));
            case ExitStatus.Unknown _ -> finish(FileOutcome.INTERRUPTED);
        }
    }

    private void interrupted() {
        finish(FileOutcome.INTERRUPTED);
    }

    private void finish(FileOutcome outcome) {
        if (over.compareAndSet(false, true)) {
            trace.claimed(bytes.get());
            trace.finished(outcome);
        }
    }
}
