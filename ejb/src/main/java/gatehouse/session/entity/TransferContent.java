package gatehouse.session.entity;

import java.util.Optional;

/**
 * What was carried.
 *
 * @param bytes in both directions; of a failed transfer what was sent, not what arrived
 * @param sha256 lower-case hexadecimal; empty when the bytes did not come in order from the file's first one
 * @param whole the hash is that of the whole file, not of its beginning
 */
public record TransferContent(long bytes, Optional<String> sha256, boolean whole) {
    public static final TransferContent NONE = new TransferContent(0, Optional.empty(), false);
}
