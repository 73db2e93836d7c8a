package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import java.time.Instant;

/**
 * A right to open a connection, without its value.
 *
 * @param reusable until it expires; otherwise it works once
 */
public record ConnectionToken(
        ConnectionTokenId id,
        UserId user,
        AssetId asset,
        AccountRef account,
        String protocol,
        boolean reusable,
        Instant expiresAt) {}
