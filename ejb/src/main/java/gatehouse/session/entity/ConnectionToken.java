package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
import gatehouse.policy.entity.AccountRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A right to open a connection, without its value.
 *
 * @param typed the secret that the person typed for it, sealed
 * @param reusable until it expires; otherwise it works once
 */
public record ConnectionToken(
        ConnectionTokenId id,
        UserId user,
        AssetId asset,
        AccountRef account,
        String protocol,
        Optional<Sealed> typed,
        boolean reusable,
        Instant expiresAt) {}
