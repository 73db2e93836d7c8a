package gatehouse.audit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events are wanted.
 *
 * @param type an event's type, or its beginning up to a dot ({@code session.} for all about sessions)
 * @param from inclusive
 * @param until exclusive
 */
public record AuditFilter(
        Optional<String> type, Optional<UUID> actor, Optional<Instant> from, Optional<Instant> until) {
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
