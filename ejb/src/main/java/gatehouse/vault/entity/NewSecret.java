package gatehouse.vault.entity;

import gatehouse.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A secret that is to be stored; closing it wipes both parts. */
public record NewSecret(Secret value, Optional<Secret> passphrase) implements AutoCloseable {
    private static final int LONGEST = 64 * 1024;
    private static final byte[] PEM = "-----BEGIN ".getBytes(StandardCharsets.US_ASCII);

    /** @throws gatehouse.kernel.ProblemException {@code SECRET_INVALID} when it cannot be a secret of this kind */
    public void check(SecretKind kind) {
        if (value.isEmpty() || value.length() > LONGEST) {
            throw VaultProblem.SECRET_INVALID.at("secret", "a secret has 1 to " + LONGEST + " bytes");
        }
        switch (kind) {
            case SSH_KEY -> requireKey();
            case PASSWORD -> requirePassword();
        }
    }

    private void requireKey() {
        byte[] bytes = value.bytes();
        int begin = 0;
        while (begin < bytes.length && Character.isWhitespace(bytes[begin])) {
            begin++;
        }
        boolean pem = Arrays.mismatch(bytes, begin, bytes.length, PEM, 0, PEM.length) >= PEM.length;
        Arrays.fill(bytes, (byte) 0);
        if (!pem) {
            throw VaultProblem.SECRET_INVALID.at(
                    "secret", "a private key begins with -----BEGIN; paste the whole file");
        }
    }

    private void requirePassword() {
        byte[] bytes = value.bytes();
        boolean broken = false;
        for (byte each : bytes) {
            broken |= each == '\n' || each == '\r' || each == 0;
        }
        Arrays.fill(bytes, (byte) 0);
        if (broken || passphrase.isPresent()) {
            throw VaultProblem.SECRET_INVALID.at("secret", "a password is one line and has no passphrase");
        }
    }

    @Override
    public void close() {
        value.close();
        passphrase.ifPresent(Secret::close);
    }
}
