package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FileTrace;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Denies what it is told to deny and keeps everything that it hears. */
final class TestingGuard implements FileGuard {
    boolean replaces = true;
    int mostBeside = Integer.MAX_VALUE;
    final Set<FileOperation.Effect> denied = EnumSet.noneOf(FileOperation.Effect.class);
    final List<FileOperation> checked = new CopyOnWriteArrayList<>();
    final List<Trace> traces = new CopyOnWriteArrayList<>();

    static final class Trace implements FileTrace {
        final FileOperation operation;
        final ByteArrayOutputStream content = new ByteArrayOutputStream();
        final List<Long> positions = new ArrayList<>();
        final List<FileOutcome> outcomes = new CopyOnWriteArrayList<>();
        long endOfFile = -1;
        Optional<String> takenBack = Optional.empty();

        Trace(FileOperation operation) {
            this.operation = operation;
        }

        @Override
        public void read(long position, byte[] bytes, int offset, int length) {
            positions.add(position);
            content.write(bytes, offset, length);
        }

        @Override
        public void written(long position, byte[] bytes, int offset, int length) {
            read(position, bytes, offset, length);
        }

        @Override
        public Optional<String> takenBack() {
            return takenBack;
        }

        @Override
        public void endOfFile(long position) {
            endOfFile = position;
        }

        @Override
        public void finished(FileOutcome outcome) {
            outcomes.add(outcome);
        }
    }

    @Override
    public Verdict check(FileOperation operation) {
        checked.add(operation);
        if (denied.contains(operation.kind().effect())) {
            return new Verdict.Denied("not allowed here");
        }
        Trace trace = new Trace(operation);
        traces.add(trace);
        return new Verdict.Allowed(trace);
    }

    @Override
    public boolean replaces() {
        return replaces;
    }

    @Override
    public boolean beside(FileOperation.Effect direction, int bytes) {
        mostBeside -= bytes;
        return mostBeside >= 0;
    }

    Trace last() {
        return traces.getLast();
    }
}
