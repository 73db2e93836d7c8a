package gatehouse.connector.spi.files;

import java.util.Objects;

/** Decides on file operations; a session implements it. Called on I/O threads: decides from memory and returns at once. */
@FunctionalInterface
public interface FileGuard {
    Verdict check(FileOperation operation);

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
