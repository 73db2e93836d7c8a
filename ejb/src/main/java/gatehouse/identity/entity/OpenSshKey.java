package gatehouse.identity.entity;

import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.ProblemException;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;

/**
 * A public key as a line of {@code authorized_keys} or {@code id_*.pub} shows it: {@code ssh-ed25519 AAAA… comment}. Ed25519, ECDSA on the NIST
 * curves, the {@code sk-} forms of both, and RSA of 2048 bits or more; options in front of the type are refused.
 */
public final class OpenSshKey {
    private static final int MIN_RSA_BITS = 2048;
    private static final int MAX_LINE = 16 * 1024;
    private static final String NO_KEY =
            "what follows the key's type is not a whole public key; copy the whole line of the .pub file";
    private static final Set<String> TYPES = Set.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com",
            "sk-ecdsa-sha2-nistp256@openssh.com",
            "ssh-rsa");

    private final String type;
    private final byte[] encoded;
    private final String comment;

    private OpenSshKey(String type, byte[] encoded, String comment) {
        this.type = type;
        this.encoded = encoded;
        this.comment = comment;
    }

    /** @throws ProblemException {@code VALUE_INVALID}, with a text that says what is wrong */
    public static OpenSshKey parse(String line) {
        if (line.length() > MAX_LINE || line.strip().indexOf('\n') >= 0) {
            throw invalid("one public key in one line is wanted");
        }
        if (line.contains("PRIVATE KEY")) {
            throw invalid("this is a private key: keep it to yourself and paste the .pub file");
        }
        String[] parts = line.strip().split("\\s+", 3);
        if (parts.length < 2 || !TYPES.contains(parts[0])) {
            throw invalid("begin with the key's type, one of " + String.join(", ", new TreeSet<>(TYPES)));
        }
        byte[] encoded = decode(parts[1]);
        requireStrong(parts[0], encoded);
        return new OpenSshKey(parts[0], encoded, parts.length > 2 ? parts[2] : "");
    }

    public static String fingerprint(byte[] encoded) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(encoded);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    public String type() {
        return type;
    }

    public byte[] encoded() {
        return encoded.clone();
    }

    public String comment() {
        return comment;
    }

    public String fingerprint() {
        return fingerprint(encoded);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw KernelProblem.VALUE_INVALID.problem("the key is not Base64", e);
        }
    }

    private static void requireStrong(String type, byte[] encoded) {
        ByteBuffer in = ByteBuffer.wrap(encoded);
        try {
            if (!type.equals(new String(field(in), StandardCharsets.US_ASCII))) {
                throw invalid("the key is not of the type that its line says");
            }
            if ("ssh-rsa".equals(type)) {
                field(in);
                requireRsaBits(new BigInteger(field(in)).bitLength());
            } else {
                requireCurvePoint(type, in);
            }
        } catch (BufferUnderflowException | NumberFormatException e) {
            throw KernelProblem.VALUE_INVALID.problem(NO_KEY, e);
        }
        if (in.hasRemaining()) {
            throw invalid("the key is too long");
        }
    }

    private static void requireRsaBits(int bits) {
        if (bits < MIN_RSA_BITS) {
            throw invalid("an RSA key has at least " + MIN_RSA_BITS + " bits, this one has " + bits);
        }
    }

    private static void requireCurvePoint(String type, ByteBuffer in) {
        if (type.contains("ecdsa")) {
            field(in);
        }
        if (field(in).length < 32) {
            throw invalid(NO_KEY);
        }
        if (type.startsWith("sk-")) {
            field(in);
        }
    }

    /** RFC 4251 section 5: four bytes of length, then the bytes. */
    private static byte[] field(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static ProblemException invalid(String detail) {
        return KernelProblem.VALUE_INVALID.problem(detail);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OpenSshKey key && Arrays.equals(encoded, key.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }
}
