package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A file or directory that the target has opened for an allowed request, until it is closed. */
final class OpenFile {
    /** Where appended bytes land only the target knows. */
    static final long POSITION_UNKNOWN = -1;

    private final FilePath path;
    private final FileTrace trace;
    private final boolean appends;
    private final AtomicReference<FileOutcome> failure = new AtomicReference<>();
    private final AtomicBoolean finished = new AtomicBoolean();

    OpenFile(FilePath path, FileTrace trace, boolean appends) {
        this.path = path;
        this.trace = trace;
        this.appends = appends;
    }

    FilePath path() {
        return path;
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

    void finish(FileOutcome outcome) {
        if (finished.compareAndSet(false, true)) {
            FileOutcome first = failure.get();
            trace.finished(first == null ? outcome : first);
        }
    }
}
