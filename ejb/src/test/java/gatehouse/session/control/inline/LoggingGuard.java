package gatehouse.session.control.inline;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FileTrace;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Allows some effects, and keeps what was carried. */
final class LoggingGuard implements FileGuard {
    /** One operation that ended. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Line(FileOperation operation, byte[] content, boolean ordered, boolean ends, FileOutcome outcome) {}

    final List<Line> lines = new ArrayList<>();
    final List<FileOperation> denied = new ArrayList<>();
    private final Set<FileOperation.Effect> effects;

    LoggingGuard(FileOperation.Effect... effects) {
        this.effects = EnumSet.of(FileOperation.Effect.LOOK, effects);
    }

    @Override
    public Verdict check(FileOperation operation) {
        if (!effects.contains(operation.kind().effect())) {
            denied.add(operation);
            return new Verdict.Denied("not allowed: " + operation.kind());
        }
        return new Verdict.Allowed(new Trace(operation));
    }

    @Override
    public boolean replaces() {
        return false;
    }

    private final class Trace implements FileTrace {
        private final FileOperation operation;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();
        private boolean ordered = true;
        private boolean ends;

        Trace(FileOperation operation) {
            this.operation = operation;
        }

        @Override
        public void read(long position, byte[] bytes, int offset, int length) {
            ordered = ordered && position == content.size();
            content.write(bytes, offset, length);
        }

        @Override
        public void written(long position, byte[] bytes, int offset, int length) {
            read(position, bytes, offset, length);
        }

        @Override
        public void endOfFile(long position) {
            ends = position == content.size();
        }

        @Override
        public void finished(FileOutcome outcome) {
            lines.add(new Line(operation, content.toByteArray(), ordered, ends, outcome));
        }
    }
}
