package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which tunnels are wanted; each part narrows.
 *
 * @param from start, inclusive
 * @param until exclusive
 */
public record TunnelFilter(
        Optional<SessionId> session,
        Optional<UserId> user,
        Optional<AssetId> asset,
        Optional<Instant> from,
        Optional<Instant> until) {}
