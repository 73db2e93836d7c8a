package gatehouse.identity.boundary;

import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.PasswordHasher;
import gatehouse.identity.control.RandomTokens;
import gatehouse.identity.control.RoleRights;
import gatehouse.identity.control.TotpCodes;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.BearerToken;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.Credentials;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.OpenSshKey;
import gatehouse.identity.entity.Organisation;
import gatehouse.identity.entity.ProvedToken;
import gatehouse.identity.entity.TokenId;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.Username;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Verifies what somebody shows as proof. There is no caller yet; only {@code access} calls this. Every method answers an unknown
 * candidate with "no", after the same work (R4.1).
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Factors {
    @Inject
    private UserRows users;

    @Inject
    private KeyAndTokenRows keys;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private TotpCodes codes;

    @Inject
    private RoleRights rights;

    @Inject
    private Clock clock;

    /** Always gives one: an unknown name gives a candidate whom nothing fits. */
    public Candidate candidate(String username) {
        String canonical = Username.canonical(username);
        return users.findByUsername(canonical).map(this::candidate).orElseGet(() -> stranger(canonical));
    }

    /** Empty when the user is gone, inactive or expired. */
    public Optional<Candidate> find(UserId id) {
        return users.findAnywhere(id).map(this::candidate).filter(Candidate::usable);
    }

    /** Whether the password is still the one of when the candidate was found. */
    public boolean isUnchanged(Candidate candidate) {
        return users.findCredentials(candidate.user())
                .filter(now -> now.passwordChangedAt().equals(candidate.passwordChangedAt()))
                .isPresent();
    }

    /** Codes of all rights that the user's roles give. */
    public Set<String> rightsOf(UserId id) {
        return users.findAnywhere(id).map(User::roles).map(rights::of).orElse(Set.of());
    }

    /** @throws gatehouse.kernel.ProblemException {@code BUSY} */
    public boolean password(Candidate candidate, Secret password) {
        Optional<String> hash = users.findCredentials(candidate.user()).flatMap(Credentials::passwordHash);
        return hasher.verify(password, hash) && candidate.usable();
    }

    /** @param encoded public key blob as on the wire */
    public boolean publicKey(Candidate candidate, byte[] encoded) {
        return keys.findKey(candidate.user(), OpenSshKey.fingerprint(encoded)).isPresent() && candidate.usable();
    }

    /** Somebody signed in with this key; for the list of keys. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void publicKeyUsed(Candidate candidate, byte[] encoded) {
        keys.findKey(candidate.user(), OpenSshKey.fingerprint(encoded))
                .ifPresent(key -> keys.used(key.id(), clock.instant()));
    }

    /** Uses the code up (R4.2). */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public boolean totp(Candidate candidate, Secret code) {
        return users.findCredentials(candidate.user())
                        .map(credentials -> codes.use(credentials, code))
                        .orElse(false)
                && candidate.usable();
    }

    /** Whose token this is; empty when unknown, expired, or its user cannot sign in. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public Optional<ProvedToken> bearer(Secret token) {
        Optional<ProvedToken> found = keys.findToken(RandomTokens.hash(token)).flatMap(this::proved);
        found.ifPresent(proved -> keys.used(proved.id(), clock.instant()));
        return found;
    }

    /** The same for one that was shown earlier. */
    public Optional<ProvedToken> bearer(TokenId id) {
        return keys.findToken(id).flatMap(this::proved);
    }

    /** Who has this token, expired or not; empty when it was removed, or its user cannot sign in. */
    public Optional<Candidate> holder(TokenId id) {
        return keys.findToken(id).flatMap(row -> find(row.user()));
    }

    private Optional<ProvedToken> proved(BearerToken row) {
        return row.validAt(clock.instant())
                ? find(row.user()).map(who -> new ProvedToken(row.id(), who))
                : Optional.empty();
    }

    private Candidate candidate(User user) {
        Credentials credentials = users.requireCredentials(user.id());
        Set<FactorKind> factors = EnumSet.of(FactorKind.PASSWORD);
        credentials.totpKey().ifPresent(key -> factors.add(FactorKind.TOTP));
        return new Candidate(
                user.id(),
                user.organisation(),
                user.username(),
                user.usableAt(clock.instant()),
                factors,
                credentials.passwordMustChange(),
                user.locale(),
                credentials.passwordChangedAt());
    }

    private static Candidate stranger(String username) {
        UserId nobody = new UserId(new UUID(0, 0));
        return new Candidate(
                nobody, Organisation.FIRST, username, false, Set.of(FactorKind.PASSWORD), false, "", Optional.empty());
    }
}
