package gatehouse.web.session;

import gatehouse.session.entity.Tunnel;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A forwarded connection that is over.
 *
 * @param direction {@code local}: the asset connected to the host and port; {@code remote}: it listened there
 * @param originator who connected, as the client or the asset says
 * @param sentBytes what came from the person
 * @param receivedBytes what went to the person
 */
public record TunnelView(
        UUID id,
        UUID session,
        Instant startedAt,
        Instant endedAt,
        UUID user,
        String username,
        UUID asset,
        String assetName,
        String accountName,
        String direction,
        String host,
        int port,
        String originator,
        long sentBytes,
        long receivedBytes) {
    static TunnelView from(Tunnel line) {
        return new TunnelView(
                line.id().value(),
                line.session().value(),
                line.span().startedAt(),
                line.span().endedAt(),
                line.user().value(),
                line.username(),
                line.asset().value(),
                line.assetName(),
                line.accountName(),
                line.way().direction().name().toLowerCase(Locale.ROOT),
                line.way().host(),
                line.way().port(),
                line.way().originator(),
                line.span().traffic().input(),
                line.span().traffic().output());
    }
}
