package gatehouse.policy.entity;

/**
 * One end of a connection that somebody wants forwarded through an asset: where the asset is to connect to, or where it is to listen.
 *
 * @param host name or address as the client wrote it; nobody resolves it but the asset
 * @param port 0: any that is free, to listen on
 */
public record TunnelDestination(String host, int port) {
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
