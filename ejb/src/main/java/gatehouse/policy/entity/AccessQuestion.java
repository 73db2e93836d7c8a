package gatehouse.policy.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import java.time.Instant;
import java.util.Objects;

/** May this caller do this, with this account, on this asset, by this protocol, at this time? */
public record AccessQuestion(
        Caller caller, AssetId asset, AccountRef account, String protocol, Action action, Instant at) {
    public AccessQuestion {
        Objects.requireNonNull(caller);
        Objects.requireNonNull(asset);
        Objects.requireNonNull(account);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(action);
        Objects.requireNonNull(at);
    }
}
