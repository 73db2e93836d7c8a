package gatehouse.session.entity;

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
    /** Signs the host certificates of the servers that stand for assets ({@code ssh -J}). */
    public static final String SSH_AUTHORITY = "ssh-host-ca";

    public boolean isAuthority() {
        return name.equals(SSH_AUTHORITY);
    }

    public String type() {
        return line.substring(0, line.indexOf(' '));
    }

    /** The line of a client's known_hosts that trusts everything this authority has signed. */
    public String authorityLine() {
        return "@cert-authority * " + line;
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
