package gatehouse.connector.spi.files;

import java.time.Instant;
import java.util.Optional;

/**
 * What a target says of a file.
 *
 * @param name without directories
 * @param size in bytes; 0 when the target does not say
 * @param permissions the lower twelve bits of a Unix mode; 0 when the target does not say
 * @param owner numeric user id, -1 when the target does not say
 * @param modified empty when the target does not say
 */
public record FileEntry(FilePath name, Kind kind, long size, int permissions, int owner, Optional<Instant> modified) {
    public enum Kind {
        FILE,
        DIRECTORY,
        LINK,
        OTHER
    }
}
