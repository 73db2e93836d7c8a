package gatehouse.policy.entity;

import java.util.regex.Pattern;

/**
 * One end of a connection that somebody wants forwarded through an asset: where the asset is to connect to, or where it is to listen.
 *
 * @param host name or address as the client wrote it; nobody resolves it but the asset
 * @param port 0: any that is free, to listen on
 */
public record TunnelDestination(String host, int port) {
    private static final Pattern PLAIN = Pattern.compile("\\*|[A-Za-z0-9._:%-]{1,255}");

    /** Made of what names and addresses are made of: the asset reads the same as we do, to the end. */
    boolean isPlain() {
        return PLAIN.matcher(host).matches();
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
