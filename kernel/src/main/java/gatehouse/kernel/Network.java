package gatehouse.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What counts as one sender: an IPv4 address, or an IPv6 /64, because whoever has one address of it has all. */
public record Network(String name) {
    private static final Pattern SLASH_64 =
            Pattern.compile("((?:[0-9a-f]{1,4}:){2}[0-9a-f]{1,4}):([0-9a-f]{1,4})::/64");

    /** @param address as text; what is none stands for itself */
    public static Network of(String address) {
        if (address.indexOf(':') < 0) {
            return new Network(address);
        }
        try {
            return of(InetAddress.ofLiteral(address));
        } catch (IllegalArgumentException e) {
            return new Network(address);
        }
    }

    public static Network of(InetAddress address) {
        return address instanceof Inet6Address six ? prefix(six) : new Network(address.getHostAddress());
    }

    /** As people write it: {@code 2001:db8:0:1::/64}. */
    private static Network prefix(Inet6Address address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        return new Network(String.format(
                "%x:%x:%x:%x::/64", bytes.getShort(), bytes.getShort(), bytes.getShort(), bytes.getShort()));
    }

    /**
     * This one and those that it may be a part of, the smallest first: whoever is given an IPv6 /56 or /48, as customers are, has hundreds or
     * thousands of /64s. An IPv4 address is alone: its neighbours are other people.
     */
    public List<Network> prefixes() {
        Matcher parts = SLASH_64.matcher(name);
        if (!parts.matches()) {
            return List.of(this);
        }
        String first48 = parts.group(1);
        int next16 = Integer.parseInt(parts.group(2), 16);
        return List.of(
                this,
                new Network(first48 + ":" + Integer.toHexString(next16 & 0xff00) + "::/56"),
                new Network(first48 + "::/48"));
    }

    /** What each of {@link #prefixes} may hold of something: a /56 twice as much as a network, a /48 four times. */
    public SequencedMap<Network, Integer> shares(int ofNetwork) {
        SequencedMap<Network, Integer> shares = new LinkedHashMap<>();
        int share = ofNetwork;
        for (Network prefix : prefixes()) {
            shares.put(prefix, share);
            share *= 2;
        }
        return shares;
    }

    @Override
    public String toString() {
        return name;
    }
}
