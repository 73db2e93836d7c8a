package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import java.util.Objects;

/**
 * Whose file operations these are and where.
 *
 * @param account login name at the asset
 * @param protocol by which files were carried: {@code sftp}, {@code scp}, {@code rsync}, {@code git}, {@code zmodem},
 *     {@code trzsz}; {@code exec} and {@code shell} for what was ended because it carried too much
 */
public record TransferSubject(
        SessionId session, Caller caller, AssetId asset, String assetName, String account, String protocol) {
    public TransferSubject {
        Objects.requireNonNull(session);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(asset);
        Objects.requireNonNull(assetName);
        Objects.requireNonNull(account);
        Objects.requireNonNull(protocol);
    }
}
