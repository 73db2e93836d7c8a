package gatehouse.session.entity;

import java.time.Instant;

/**
 * How long a forwarded connection was open, and what it carried.
 *
 * @param traffic input is what came from the person
 */
public record TunnelSpan(Instant startedAt, Instant endedAt, Session.Traffic traffic) {}
