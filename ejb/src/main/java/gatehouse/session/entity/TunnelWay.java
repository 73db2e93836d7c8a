package gatehouse.session.entity;

/**
 * Where a forwarded connection goes.
 *
 * @param host where the asset connects to, or where it listens
 * @param originator who connected, as the client or the asset says; nothing proves it
 */
public record TunnelWay(TunnelDirection direction, String host, int port, String originator) {}
