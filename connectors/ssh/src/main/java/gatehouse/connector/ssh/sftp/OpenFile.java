package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A file or directory that the target has opened for an allowed request, until it is closed. */
final class OpenFile {
    /** Where appended bytes land only the target knows. */
    static final long POSITION_UNKNOWN = -1;

    private final FileOperation operation;
    private final FileTrace trace;
    private final boolean appends;
    private final AtomicReference<FileOutcome> failure = new AtomicReference<>();
    private final AtomicBoolean finished = new AtomicBoolean();

    /** @param operation what it was opened for, and may be used for (R6.9) */
    OpenFile(FileOperation operation, FileTrace trace, boolean appends) {
        this.operation = operation;
        this.trace = trace;
        this.appends = appends;
    }

    FilePath path() {
        return operation.path();
    }

    boolean reads() {
        Effect effect = operation.kind().effect();
        return effect == Effect.READ || effect == Effect.READ_AND_WRITE;
    }

    boolean writes() {
        Effect effect = operation.kind().effect();
        return effect == Effect.WRITE || effect == Effect.READ_AND_WRITE;
    }

    boolean lists() {
        return operation.kind() == FileOperation.Kind.LIST;
    }

    FileTrace trace() {
        return trace;
    }

    long writePosition(long asked) {
        return appends ? POSITION_UNKNOWN : asked;
    }

    /** A piece did not arrive; the file may still be closed without complaint. The first failure is the one that is told. */
    void failed(String reason) {
        failure.compareAndSet(null, new FileOutcome.Failed(reason));
    }

    /** Whoever uses it will close it before it is complete. */
    void abandoned() {
        failure.compareAndSet(null, FileOutcome.INTERRUPTED);
    }

    void finish(FileOutcome outcome) {
        if (finished.compareAndSet(false, true)) {
            FileOutcome first = failure.get();
            trace.finished(first == null ? outcome : first);
        }
    }
}
