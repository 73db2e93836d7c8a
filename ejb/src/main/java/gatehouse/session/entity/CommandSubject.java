package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import java.util.Objects;

/**
 * Whose commands these are and where.
 *
 * @param account login name at the asset
 */
public record CommandSubject(SessionId session, Caller caller, AssetId asset, String assetName, String account) {
    public CommandSubject {
        Objects.requireNonNull(session);
        Objects.requireNonNull(caller);
        Objects.requireNonNull(asset);
        Objects.requireNonNull(assetName);
        Objects.requireNonNull(account);
    }
}
