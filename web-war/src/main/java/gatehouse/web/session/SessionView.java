package gatehouse.web.session;

import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionMetrics;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A session as lists show it.
 *
 * @param kind {@code terminal}, {@code command}, {@code files}, {@code tunnel}
 * @param from {@code web}, {@code ssh}, …
 * @param state {@code live} or {@code ended}
 * @param result how it ended
 * @param reason why, where the result does not say it all
 * @param commands that were found, {@code transfers} operations on files
 * @param risk the highest of its commands
 * @param people who are there now; 0 when it is over
 * @param locked what the person types is dropped
 */
public record SessionView(
        UUID id,
        UUID user,
        String username,
        UUID asset,
        String assetName,
        String accountName,
        String protocol,
        String kind,
        String command,
        String from,
        String address,
        UUID permission,
        Instant startedAt,
        Optional<Instant> endedAt,
        String state,
        Optional<String> result,
        Optional<String> reason,
        long inputBytes,
        long outputBytes,
        boolean recorded,
        long recordingBytes,
        long commands,
        long transfers,
        String risk,
        int people,
        boolean locked) {
    static SessionView from(Session session, SessionMetrics metrics) {
        boolean over = session.outcome().isOver();
        return new SessionView(
                session.id().value(),
                session.user().value(),
                session.username(),
                session.asset().value(),
                session.assetName(),
                session.accountName(),
                session.protocol(),
                lower(session.kind()),
                session.command(),
                lower(session.origin().via()),
                session.origin().address(),
                session.permission().value(),
                session.startedAt(),
                session.endedAt(),
                over ? "ended" : "live",
                over ? Optional.of(lower(session.outcome())) : Optional.empty(),
                Optional.of(session.detail()).filter(text -> !text.isEmpty()),
                metrics.traffic().input(),
                metrics.traffic().output(),
                session.recorded(),
                session.recordingBytes(),
                metrics.commands(),
                metrics.transfers(),
                lower(metrics.risk()),
                metrics.people(),
                metrics.locked());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
