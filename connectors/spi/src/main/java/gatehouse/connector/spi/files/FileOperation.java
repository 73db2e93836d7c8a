package gatehouse.connector.spi.files;

import java.util.Objects;
import java.util.Optional;

/**
 * What a client wants done at the target.
 *
 * @param path as the client named it; empty (length 0) where a protocol names none
 * @param second the new name of a rename, the new file of a link or copy
 * @param truncates an existing file is emptied first; only for writing
 */
public record FileOperation(Kind kind, FilePath path, Optional<FilePath> second, boolean truncates) {
    /** What an operation does to whom: people's permissions speak of reading, writing and removing. */
    public enum Effect {
        /** Nothing leaves and nothing changes but names and attributes being looked at. */
        LOOK,
        /** Content leaves the target. */
        READ,
        /** Something at the target is made or changed. */
        WRITE,
        /** Both. */
        READ_AND_WRITE,
        /** Something at the target is removed. */
        REMOVE
    }

    public enum Kind {
        READ(Effect.READ),
        WRITE(Effect.WRITE),
        /** One opening for reading and writing. */
        UPDATE(Effect.READ_AND_WRITE),
        LIST(Effect.LOOK),
        STAT(Effect.LOOK),
        READ_LINK(Effect.LOOK),
        RESOLVE(Effect.LOOK),
        FILE_SYSTEM(Effect.LOOK),
        RENAME(Effect.WRITE),
        LINK(Effect.WRITE),
        SYMBOLIC_LINK(Effect.WRITE),
        SET_ATTRIBUTES(Effect.WRITE),
        MAKE_DIRECTORY(Effect.WRITE),
        /** From one file at the target to another; the content does not leave it. */
        COPY(Effect.WRITE),
        REMOVE(Effect.REMOVE),
        REMOVE_DIRECTORY(Effect.REMOVE);

        private final Effect effect;

        Kind(Effect effect) {
            this.effect = effect;
        }

        public Effect effect() {
            return effect;
        }
    }

    public FileOperation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(path);
        Objects.requireNonNull(second);
    }

    public static FileOperation of(Kind kind, FilePath path) {
        return new FileOperation(kind, path, Optional.empty(), false);
    }

    public static FileOperation of(Kind kind, FilePath path, FilePath second) {
        return new FileOperation(kind, path, Optional.of(second), false);
    }

    public static FileOperation write(FilePath path, boolean truncates) {
        return new FileOperation(Kind.WRITE, path, Optional.empty(), truncates);
    }
}
