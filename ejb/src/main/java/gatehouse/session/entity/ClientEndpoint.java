package gatehouse.session.entity;

import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.FieldChecks;
import gatehouse.setting.entity.Setting;

/**
 * Where people's own clients find this Gatehouse: behind a load balancer or NAT that is not where it listens.
 *
 * @param host name or address; empty: as the browser reached it
 * @param sshPort 0: the port on which this server listens
 */
@Setting("client-endpoint")
public record ClientEndpoint(String host, int sshPort) {
    private static final int MOST = 65_535;
    private static final int USUAL = 22;
    /** A server that was not told its name does not know by which one it is reached. */
    private static final String PLACEHOLDER = "GATEHOUSE";

    public ClientEndpoint {
        boolean named = host.matches("[A-Za-z0-9._:-]*");
        boolean numbered = sshPort >= 0 && sshPort <= MOST;
        new FieldChecks()
                .require(named, "host", SessionProblem.ENDPOINT_INVALID, "a host is a name or an address")
                .require(numbered, "sshPort", SessionProblem.ENDPOINT_INVALID, "a port is a number up to 65535")
                .orThrow();
    }

    public ClientEndpoint() {
        this("", 0);
    }

    private static int listening() {
        return KnownProtocols.all().usual().inbound().orElseThrow().port();
    }

    /** What {@code ssh -J} takes; it asks for port 22 where none is said. */
    public String jumpOf(String username) {
        ClientEndpoint place = seenFrom(PLACEHOLDER);
        String address = place.host.contains(":") ? "[" + place.host + "]" : place.host;
        return username + "@" + address + (place.sshPort == USUAL ? "" : ":" + place.sshPort);
    }

    /** @param reached the host of the URL by which the browser reached this server */
    public ClientEndpoint seenFrom(String reached) {
        String address = reached.replaceAll("[\\[\\]]", "");
        return new ClientEndpoint(host.isEmpty() ? address : host, sshPort == 0 ? listening() : sshPort);
    }
}
