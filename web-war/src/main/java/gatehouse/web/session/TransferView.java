package gatehouse.web.session;

import gatehouse.session.entity.Transfer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of the transfer log.
 *
 * @param protocol by which the file was carried: sftp, scp, rsync, zmodem, trzsz
 * @param operation for example {@code read} (a download), {@code write}, {@code rename}
 * @param path printable: what is not text appears as an escape
 * @param secondPath of a rename, link or copy
 * @param whole the hash is that of the whole file
 * @param result succeeded, failed, denied, interrupted
 * @param detail why, when it did not succeed
 */
public record TransferView(
        UUID id,
        UUID session,
        Instant at,
        Instant endedAt,
        UUID user,
        String username,
        String address,
        UUID asset,
        String assetName,
        String accountName,
        String protocol,
        String operation,
        String path,
        String secondPath,
        long bytes,
        Optional<String> sha256,
        boolean whole,
        String result,
        String detail) {
    static TransferView from(Transfer line) {
        return new TransferView(
                line.id().value(),
                line.session().value(),
                line.startedAt(),
                line.endedAt(),
                line.user().value(),
                line.username(),
                line.address(),
                line.asset().value(),
                line.assetName(),
                line.accountName(),
                line.protocol(),
                line.operation().name().toLowerCase(Locale.ROOT),
                line.path(),
                line.secondPath(),
                line.content().bytes(),
                line.content().sha256(),
                line.content().whole(),
                line.outcome().name().toLowerCase(Locale.ROOT),
                line.detail());
    }
}
