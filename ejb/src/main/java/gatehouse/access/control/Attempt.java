package gatehouse.access.control;

import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.kernel.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** The state of one conversation: who, from where, and what was proved. Used by one thread at a time. */
public final class Attempt {
    private final SignInOrigin origin;
    private final Candidate candidate;
    private final Set<FactorKind> passed = EnumSet.noneOf(FactorKind.class);
    /** Salted hashes: what was wrong once is wrong again, no other guess, and not looked at. */
    private final Set<String> wrong = new HashSet<>();

    private final byte[] salt = new byte[32];
    private boolean over;

    public Attempt(SignInOrigin origin, Candidate candidate, Set<FactorKind> passed) {
        this.origin = origin;
        this.candidate = candidate;
        this.passed.addAll(passed);
        new SecureRandom().nextBytes(salt);
    }

    public SignInOrigin origin() {
        return origin;
    }

    public Candidate candidate() {
        return candidate;
    }

    public Set<FactorKind> passed() {
        return Set.copyOf(passed);
    }

    public void pass(FactorKind kind) {
        passed.add(kind);
    }

    /** What is still to be shown; empty when it is enough. One of password and key, and the one-time code where enrolled. */
    public Set<FactorKind> missing() {
        if (!passed.contains(FactorKind.PASSWORD) && !passed.contains(FactorKind.PUBLIC_KEY)) {
            return Set.of(FactorKind.PASSWORD, FactorKind.PUBLIC_KEY);
        }
        boolean wantsCode = candidate.factors().contains(FactorKind.TOTP) && !passed.contains(FactorKind.TOTP);
        return wantsCode ? Set.of(FactorKind.TOTP) : Set.of();
    }

    /** What became of something that was shown. */
    public enum Outcome {
        RIGHT,
        WRONG,
        /** As before, without another look. */
        WRONG_AGAIN
    }

    /**
     * Asks {@code proof}, unless the same was wrong in this conversation already: OpenSSH sends the password that it was given once as
     * often as it may, and each look costs a hash.
     *
     * @param said what stays wrong once it was; empty for what is another proof each time
     */
    public Outcome show(FactorKind kind, Optional<Secret> said, BooleanSupplier proof) {
        Optional<String> noted = said.map(this::salted);
        if (noted.filter(wrong::contains).isPresent()) {
            return Outcome.WRONG_AGAIN;
        }
        if (mayShow(kind) && proof.getAsBoolean()) {
            pass(kind);
            return Outcome.RIGHT;
        }
        noted.ifPresent(wrong::add);
        return Outcome.WRONG;
    }

    private String salted(Secret secret) {
        byte[] bytes = secret.bytes();
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return HexFormat.of().formatHex(digest.digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** A one-time code is no first factor: nobody learns from it whether somebody has one enrolled. */
    public boolean mayShow(FactorKind kind) {
        return !over && (kind != FactorKind.TOTP || missing().equals(Set.of(FactorKind.TOTP)));
    }

    public void finish() {
        over = true;
    }
}
