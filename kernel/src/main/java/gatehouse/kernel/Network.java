package gatehouse.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** What counts as one sender: an IPv4 address, or an IPv6 /64, because whoever has one address of it has all. */
public record Network(String name) {
    private static final int PREFIX_BYTES = 8;
    private static final Pattern SLASH_64 = Pattern.compile("[0-9a-f]{16}/64");
    private static final int DIGITS_OF_56 = 14;
    private static final int DIGITS_OF_48 = 12;

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
        return address instanceof Inet6Address
                ? new Network(HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), PREFIX_BYTES)) + "/64")
                : new Network(address.getHostAddress());
    }

    /**
     * This one and those that it may be a part of, the smallest first: whoever is given an IPv6 /56 or /48, as customers are, has hundreds or
     * thousands of /64s. An IPv4 address is alone: its neighbours are other people.
     */
    public List<Network> prefixes() {
        if (!SLASH_64.matcher(name).matches()) {
            return List.of(this);
        }
        return List.of(
                this,
                new Network(name.substring(0, DIGITS_OF_56) + "/56"),
                new Network(name.substring(0, DIGITS_OF_48) + "/48"));
    }

    @Override
    public String toString() {
        return name;
    }
}
