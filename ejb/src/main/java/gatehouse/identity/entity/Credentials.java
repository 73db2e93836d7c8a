package gatehouse.identity.entity;

import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a user can prove with: password and one-time codes. Has the user's key; kept apart so that no list reads it by accident. */
@Entity
@Table(name = "identity_credentials")
public class Credentials {
    @Id
    private UUID userId;

    private String passwordHash;
    private Instant passwordChangedAt;
    private boolean passwordMustChange;
    private byte[] totpKey;
    private byte[] totpPendingKey;
    private long totpLastStep;

    @Version
    private int version;

    protected Credentials() {}

    public Credentials(UserId user) {
        this.userId = user.value();
    }

    /** @param hash as {@code $argon2id$…} */
    public void setPassword(String hash, Instant at, boolean mustChange) {
        passwordHash = hash;
        passwordChangedAt = at;
        passwordMustChange = mustChange;
    }

    /** Offers a key, which counts only once a code made with it was shown. */
    public void offerTotp(Sealed key) {
        totpPendingKey = key.bytes();
    }

    /** @param step of the code that confirmed it: used up */
    public void confirmTotp(long step) {
        totpKey = totpPendingKey;
        totpPendingKey = null;
        totpLastStep = step;
    }

    public void removeTotp() {
        totpKey = null;
        totpPendingKey = null;
        totpLastStep = 0;
    }

    /** R4.2: true once for each step, and never for an earlier one. */
    public boolean useTotpStep(long step) {
        if (step <= totpLastStep) {
            return false;
        }
        totpLastStep = step;
        return true;
    }

    public UserId user() {
        return new UserId(userId);
    }

    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    public Optional<Instant> passwordChangedAt() {
        return Optional.ofNullable(passwordChangedAt);
    }

    public boolean passwordMustChange() {
        return passwordMustChange;
    }

    /**
     * R4.8
     *
     * @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE}
     */
    public void requireOwnPassword() {
        if (passwordMustChange) {
            throw IdentityProblem.PASSWORD_MUST_CHANGE.problem(
                    "somebody else gave you this password; change it first, then ask again");
        }
    }

    public Optional<Sealed> totpKey() {
        return Optional.ofNullable(totpKey).map(Sealed::new);
    }

    public Optional<Sealed> totpPendingKey() {
        return Optional.ofNullable(totpPendingKey).map(Sealed::new);
    }
}
