package gatehouse.connector.spi.files;

import java.util.Objects;

/** Decides on file operations; a session implements it. Called on I/O threads: decides from memory and returns at once. */
public interface FileGuard {
    Verdict check(FileOperation operation);

    /**
     * Counts what passes beside the content of files: paths, names, attributes, texts of errors.
     *
     * @param direction {@code WRITE} towards the target, {@code READ} from it
     * @param bytes of one packet
     * @return false when nothing more may pass; the session is being ended then
     */
    default boolean beside(FileOperation.Effect direction, int bytes) {
        return true;
    }

    /**
     * Whether an allowed rename may put its file in the place of one that is there, which vanishes then. When not, a target is only asked
     * for renames that fail in this case.
     */
    boolean replaces();

    sealed interface Verdict {
        /** @param trace hears what becomes of the operation */
        record Allowed(FileTrace trace) implements Verdict {
            public Allowed {
                Objects.requireNonNull(trace);
            }
        }

        /** @param reason one line for the person */
        record Denied(String reason) implements Verdict {
            public Denied {
                Objects.requireNonNull(reason);
            }
        }
    }
}
