package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Which commands are wanted; each part narrows.
 *
 * @param from when the command was given, inclusive
 * @param until exclusive
 */
public record CommandFilter(
        Optional<SessionId> session,
        Optional<UserId> user,
        Optional<AssetId> asset,
        Optional<CommandRisk> risk,
        Optional<Instant> from,
        Optional<Instant> until) {
    public static final CommandFilter ALL = new CommandFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public CommandFilter ofUser(UserId only) {
        return new CommandFilter(session, Optional.of(only), asset, risk, from, until);
    }
}
