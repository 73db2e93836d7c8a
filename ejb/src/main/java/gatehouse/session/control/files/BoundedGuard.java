package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;

/** Holds what passes beside files to what a program may carry while the permission carries no files that way (R11.33). */
final class BoundedGuard implements FileGuard {
    private final FileGuard guard;
    private final VolumeBound upwards;
    private final VolumeBound downwards;

    BoundedGuard(FileGuard guard, VolumeBound upwards, VolumeBound downwards) {
        this.guard = guard;
        this.upwards = upwards;
        this.downwards = downwards;
    }

    @Override
    public Verdict check(FileOperation operation) {
        return guard.check(operation);
    }

    @Override
    public boolean replaces() {
        return guard.replaces();
    }

    @Override
    public boolean beside(FileOperation.Effect direction, int bytes) {
        return (direction == FileOperation.Effect.WRITE ? upwards : downwards).passes(bytes);
    }
}
