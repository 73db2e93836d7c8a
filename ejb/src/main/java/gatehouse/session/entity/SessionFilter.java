package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which sessions are wanted.
 *
 * @param live only those that run, or only those that do not
 * @param from of their start, inclusive
 * @param until of their start, exclusive
 */
public record SessionFilter(
        Optional<UserId> user,
        Optional<AssetId> asset,
        Optional<String> protocol,
        Optional<SessionKind> kind,
        Optional<Boolean> live,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final SessionFilter ALL = new SessionFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public SessionFilter of(UserId person) {
        return new SessionFilter(Optional.of(person), asset, protocol, kind, live, from, until);
    }
}
