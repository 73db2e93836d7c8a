package gatehouse.web.session;

import gatehouse.session.entity.Command;
import gatehouse.session.entity.CommandRisk;
import java.time.Instant;
import java.util.UUID;

/**
 * A command as REST shows it.
 *
 * @param typedBy names of those who typed it: several when the session was shared
 * @param output the beginning of what it printed, up to 4 KiB
 * @param offsetMillis since the recording's start, for the player
 * @param exitStatus null while it is not known
 */
public record CommandView(
        UUID id,
        UUID session,
        int sequence,
        UUID user,
        String username,
        UUID asset,
        String assetName,
        String accountName,
        String typedBy,
        String text,
        String output,
        Instant startedAt,
        long offsetMillis,
        Integer exitStatus,
        CommandRisk risk) {
    static CommandView from(Command command) {
        return new CommandView(
                command.id().value(),
                command.session().value(),
                command.sequence(),
                command.user().value(),
                command.username(),
                command.asset().value(),
                command.assetName(),
                command.accountName(),
                command.typedBy(),
                command.text(),
                command.output(),
                command.startedAt(),
                command.offset().toMillis(),
                command.exitStatus().isPresent() ? command.exitStatus().getAsInt() : null,
                command.risk());
    }
}
