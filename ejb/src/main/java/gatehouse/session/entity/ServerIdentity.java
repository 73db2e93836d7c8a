package gatehouse.session.entity;

import gatehouse.inventory.entity.KnownProtocols;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The public half of a key that an inbound server proves itself with.
 *
 * @param name for example {@code ssh-ed25519}
 * @param line as clients write it down: type and key, separated by a blank
 */
public record ServerIdentity(String name, String line) {
    /** Whether it vouches for the servers that stand for assets. */
    public boolean isAuthority() {
        return KnownProtocols.all().inboundOf(name).isPresent();
    }

    public String type() {
        return line.substring(0, line.indexOf(' '));
    }

    /** The line by which a client trusts everything that this authority has signed. */
    public String authorityLine() {
        return KnownProtocols.all().inboundOf(name).orElseThrow().trust().apply(line);
    }

    /** As {@code ssh-keygen -l} shows it. */
    public String fingerprint() {
        byte[] key = Base64.getDecoder().decode(line.split(" ", 3)[1]);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
