package gatehouse.connector.spi.outbound;

import gatehouse.connector.spi.TrustCheck;
import java.util.List;
import java.util.Map;

/**
 * A server and how to sign in there.
 *
 * @param host name or textual address; IPv6 without brackets
 * @param credentials tried in this order
 * @param settings of its platform for the connector's protocol; the connector knows the keys and their defaults
 */
public record Endpoint(
        String host,
        int port,
        String user,
        List<Credential> credentials,
        TrustCheck trust,
        Map<String, String> settings) {
    public Endpoint {
        credentials = List.copyOf(credentials);
        settings = Map.copyOf(settings);
    }

    /** Without credentials. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
