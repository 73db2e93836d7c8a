package gatehouse.web.inventory;

import gatehouse.inventory.entity.HostKey;
import java.time.Instant;
import java.util.Optional;

/**
 * A key that a machine has shown.
 *
 * @param fingerprint {@code SHA256:} and unpadded base64, as OpenSSH prints it
 * @param state PENDING, CHANGED, ACCEPTED, REJECTED or REPLACED; only ACCEPTED is trusted
 * @param decidedBy username, {@code first use}, or empty
 */
public record HostKeyView(
        String id,
        String asset,
        String assetName,
        String host,
        int port,
        String keyType,
        String fingerprint,
        String state,
        Instant firstSeenAt,
        Instant lastSeenAt,
        String decidedBy,
        Optional<Instant> decidedAt) {
    static HostKeyView from(HostKey key, String assetName) {
        return new HostKeyView(
                key.id().toString(),
                key.asset().toString(),
                assetName,
                key.host(),
                key.port(),
                key.keyType(),
                key.fingerprint(),
                key.state().name(),
                key.firstSeenAt(),
                key.lastSeenAt(),
                key.decidedBy(),
                key.decidedAt());
    }
}
