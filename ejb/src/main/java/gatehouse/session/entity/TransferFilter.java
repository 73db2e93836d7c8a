package gatehouse.session.entity;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which lines of the transfer log are wanted; each part narrows.
 *
 * @param from start of the operation, inclusive
 * @param until exclusive
 */
public record TransferFilter(
        Optional<SessionId> session,
        Optional<UserId> user,
        Optional<AssetId> asset,
        Optional<FileOperation.Kind> operation,
        Optional<TransferOutcome> outcome,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final TransferFilter ALL = new TransferFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
}
