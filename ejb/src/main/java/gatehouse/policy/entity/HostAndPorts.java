package gatehouse.policy.entity;

import gatehouse.kernel.Printable;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One pair of a {@link TunnelRule}.
 *
 * @param host {@code @ASSET}, {@code *}, a name, {@code *.} and the end of a name, an address, a network as address/bits; lower case
 * @param firstPort inclusive
 * @param lastPort inclusive
 */
public record HostAndPorts(String host, int firstPort, int lastPort) {
    private static final String ASSET = "@asset";
    private static final String ANY = "*";
    private static final int HIGHEST_PORT = 65_535;
    /** The asset may read {@code 010} as eight. */
    private static final Pattern OCTAL = Pattern.compile("(?:^|[.:])0\\d+\\.|\\.0\\d");

    private static final Pattern PAIR =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:/\\d{1,3})?)]|([A-Za-z0-9._*@%/-]{1,253}))"
                    + ":(?:(\\*)|(\\d{1,5})(?:-(\\d{1,5}))?)");

    /** @throws gatehouse.kernel.ProblemException {@code PERMISSION_INVALID} */
    static HostAndPorts parse(String word) {
        Matcher matcher = PAIR.matcher(word);
        if (!matcher.matches()) {
            throw invalid(word);
        }
        String host = (matcher.group(1) != null ? matcher.group(1) : matcher.group(2)).toLowerCase(Locale.ROOT);
        boolean wrongNetwork = host.contains("/") && network(host).isEmpty();
        boolean wrongStar = host.indexOf('*') > 0 || (host.startsWith("*") && !isAny(host) && !host.startsWith("*."));
        if (wrongNetwork || wrongStar || (host.startsWith("@") && !host.equals(ASSET))) {
            throw invalid(word);
        }
        if (matcher.group(3) != null) {
            return new HostAndPorts(host, 0, HIGHEST_PORT);
        }
        int first = Integer.parseInt(matcher.group(4));
        int last = matcher.group(5) == null ? first : Integer.parseInt(matcher.group(5));
        if (first < 1 || last > HIGHEST_PORT || first > last) {
            throw invalid(word);
        }
        return new HostAndPorts(host, first, last);
    }

    private static RuntimeException invalid(String word) {
        return PolicyProblem.PERMISSION_INVALID.problem(
                Printable.beginning(word)
                        + " is not a destination: write host:port, for example @ASSET:*, db.example.org:5432 or 10.1.0.0/16:8000-8099");
    }

    boolean includes(TunnelDestination destination, String assetAddress) {
        return destination.port() >= firstPort
                && destination.port() <= lastPort
                && isHost(destination.host().toLowerCase(Locale.ROOT), assetAddress.toLowerCase(Locale.ROOT));
    }

    private boolean isHost(String wanted, String assetAddress) {
        if (isAny(host) || host.equals(wanted)) {
            return true;
        }
        if (host.equals(ASSET)) {
            return isLoopback(wanted) || wanted.equals(assetAddress);
        }
        if (host.startsWith("*.")) {
            return isName(wanted) && wanted.endsWith(host.substring(1)) && wanted.length() >= host.length();
        }
        return network(host)
                .flatMap(network -> address(wanted).map(network::contains))
                .orElse(false);
    }

    /** An address may carry a zone of any name behind it. */
    private static boolean isName(String wanted) {
        return wanted.indexOf(':') < 0
                && wanted.indexOf('%') < 0
                && address(wanted).isEmpty();
    }

    private static boolean isAny(String host) {
        return host.equals(ANY);
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || address(host).map(InetAddress::isLoopbackAddress).orElse(false);
    }

    /** Only the usual way to write an address: four decimal numbers, or with colons. Nothing is resolved. */
    private static Optional<InetAddress> address(String text) {
        boolean usual = text.contains(":") || text.matches("(\\d{1,3}\\.){3}\\d{1,3}");
        if (!usual || OCTAL.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Network> network(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(text.substring(slash + 1));
        return address(text.substring(0, slash))
                .filter(start -> bits <= start.getAddress().length * 8)
                .map(start -> new Network(start, bits));
    }

    private record Network(InetAddress start, int bits) {
        boolean contains(InetAddress address) {
            byte[] ours = start.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((ours[bit / 8] & mask) != (theirs[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public String toString() {
        String place = host.equals(ASSET) ? "@ASSET" : host.contains(":") ? "[" + host + "]" : host;
        if (firstPort == 0) {
            return place + ":*";
        }
        return place + ":" + firstPort + (firstPort == lastPort ? "" : "-" + lastPort);
    }
}
