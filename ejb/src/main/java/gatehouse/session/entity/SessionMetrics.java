package gatehouse.session.entity;

/**
 * What a session amounts to, also while it runs.
 *
 * @param commands that were found
 * @param transfers operations on files
 * @param risk the highest of its commands
 * @param locked what is typed is dropped
 * @param people who are there now, its own person included; 0 when it is over
 */
public record SessionMetrics(
        Session.Traffic traffic, long commands, long transfers, CommandRisk risk, boolean locked, int people) {}
