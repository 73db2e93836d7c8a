package gatehouse.policy.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * May this caller do this, with this account, on this asset, by this protocol, at this time?
 *
 * @param tunnel for {@code TUNNEL}: where to; absent when only the action as such is asked for
 */
public record AccessQuestion(
        Caller caller,
        AssetId asset,
        AccountRef account,
        String protocol,
        Action action,
        Instant at,
        Optional<TunnelDestination> tunnel) {
    public AccessQuestion {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(asset);
        Objects.requireNonNull(account);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(action);
        Objects.requireNonNull(at);
        Objects.requireNonNull(tunnel);
    }

    public AccessQuestion(
            Caller caller, AssetId asset, AccountRef account, String protocol, Action action, Instant at) {
        this(caller, asset, account, protocol, action, at, Optional.empty());
    }
}
