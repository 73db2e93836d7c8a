package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.TrustCheck;
import java.util.List;

/**
 * A server and how to sign in there.
 *
 * @param host name or textual address; IPv6 without brackets
 * @param credentials tried in this order
 * @param legacyAlgorithms also offer algorithms that are no longer considered safe, for old devices
 */
public record Endpoint(
        String host, int port, String user, List<Credential> credentials, TrustCheck trust, boolean legacyAlgorithms) {
    public Endpoint {
        credentials = List.copyOf(credentials);
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
