package gatehouse.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** What counts as one sender: an IPv4 address, or an IPv6 /64, because whoever has one address of it has all. */
public record Network(String name) {
    private static final int PREFIX_BYTES = 8;

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

    @Override
    public String toString() {
        return name;
    }
}
