package gatehouse.connector.ssh.inbound;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header that a load balancer sends first (PROXY protocol, versions 1 and 2, haproxy.org/download/2.8/doc/proxy-protocol.txt).
 *
 * @param source who connected to the load balancer; empty when it speaks for itself
 * @param length bytes of the header
 */
record ProxyHeader(Optional<InetSocketAddress> source, int length) {
    private static final byte[] SIGNATURE_2 = {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10};
    private static final byte[] SIGNATURE_1 = {'P', 'R', 'O', 'X', 'Y', ' '};
    private static final int LONGEST_1 = 107;
    private static final int WORDS_1 = 6;
    private static final int FIXED_2 = 16;
    private static final int LONGEST_2 = 4096;

    /**
     * @return empty when more bytes are needed
     * @throws IllegalArgumentException when this is no header
     */
    static Optional<ProxyHeader> parse(byte[] bytes) {
        if (startsLike(bytes, SIGNATURE_2)) {
            return bytes.length < FIXED_2 ? Optional.empty() : version2(bytes);
        }
        if (startsLike(bytes, SIGNATURE_1)) {
            return version1(bytes);
        }
        throw new IllegalArgumentException("no PROXY protocol header");
    }

    private static boolean startsLike(byte[] bytes, byte[] signature) {
        int known = Math.min(bytes.length, signature.length);
        return Arrays.equals(bytes, 0, known, signature, 0, known);
    }

    private static Optional<ProxyHeader> version1(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, LONGEST_1), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n");
        if (end < 0) {
            if (bytes.length >= LONGEST_1) {
                throw new IllegalArgumentException("PROXY line too long");
            }
            return Optional.empty();
        }
        List<String> words = List.of(text.substring(0, end).split(" ", -1));
        Optional<InetSocketAddress> source = switch (words.get(1)) {
            case "TCP4", "TCP6" -> Optional.of(source(words));
            case "UNKNOWN" -> Optional.empty();
            default -> throw new IllegalArgumentException("PROXY line of an unknown family");
        };
        return Optional.of(new ProxyHeader(source, end + 2));
    }

    private static InetSocketAddress source(List<String> words) {
        if (words.size() != WORDS_1) {
            throw new IllegalArgumentException("PROXY line with " + words.size() + " words");
        }
        return new InetSocketAddress(InetAddress.ofLiteral(words.get(2)), Integer.parseInt(words.get(4)));
    }

    private static Optional<ProxyHeader> version2(byte[] bytes) {
        int command = bytes[12] & 0xff;
        int family = bytes[13] & 0xff;
        int body = unsigned16(bytes, 14);
        if (command >> 4 != 2 || (command & 0xf) > 1 || body > LONGEST_2) {
            throw new IllegalArgumentException("PROXY header of an unknown version or command");
        }
        int length = FIXED_2 + body;
        if (bytes.length < length) {
            return Optional.empty();
        }
        boolean local = (command & 0xf) == 0;
        return Optional.of(new ProxyHeader(local ? Optional.empty() : address(bytes, family, body), length));
    }

    private static Optional<InetSocketAddress> address(byte[] bytes, int family, int body) {
        int size = switch (family >> 4) {
            case 1 -> 4;
            case 2 -> 16;
            default -> 0;
        };
        if (size == 0) {
            return Optional.empty();
        }
        if (body < 2 * size + 4) {
            throw new IllegalArgumentException("PROXY header too short for its family");
        }
        try {
            InetAddress address = InetAddress.getByAddress(Arrays.copyOfRange(bytes, FIXED_2, FIXED_2 + size));
            return Optional.of(new InetSocketAddress(address, unsigned16(bytes, FIXED_2 + 2 * size)));
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }

    private static int unsigned16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }
}
