package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.PasswordHasher;
import gatehouse.identity.control.PasswordPolicy;
import gatehouse.identity.control.TotpCodes;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.Credentials;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.TokenRevoked;
import gatehouse.identity.entity.TotpRemoved;
import gatehouse.identity.entity.User;
import gatehouse.kernel.Caller;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Secret;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** What everybody may see and change about themselves; it needs no right. */
@Stateless
public class Profile {
    private static final String ISSUER = "Gatehouse";

    @Inject
    private UserRows users;

    @Inject
    private KeyAndTokenRows tokens;

    @Inject
    private FreshProof proof;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private PasswordPolicy passwords;

    @Inject
    private TotpCodes codes;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<PasswordChanged> passwordChanged;

    @Inject
    private Event<TokenRevoked> tokenRevoked;

    @Inject
    private Event<TotpRemoved> totpRemoved;

    @Inject
    private Clock clock;

    public User require(Caller caller) {
        return users.require(caller.scope(), caller.user());
    }

    public boolean totpEnrolled(Caller caller) {
        return users.requireCredentials(caller.user()).totpKey().isPresent();
    }

    public boolean passwordMustChange(Caller caller) {
        return users.requireCredentials(caller.user()).passwordMustChange();
    }

    /** @param locale BCP 47; empty: as the browser or client says */
    public User changeLocale(Caller caller, String locale) {
        User user = require(caller);
        user.change(user.profile().withLocale(locale));
        return user;
    }

    /**
     * @param present taken over and wiped, as is {@code wanted}
     * @param tokensToo whether the bearer tokens go as well
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED, PASSWORD_WRONG, PASSWORD_WEAK, TOO_MANY_FAILURES, BUSY}
     */
    public void changePassword(Caller caller, Secret present, Secret wanted, boolean tokensToo) {
        try (present;
                wanted) {
            proof.require(caller);
            proof.requirePassword(caller, present);
            Credentials credentials = users.requireCredentials(caller.user());
            if (present.equals(wanted)) {
                throw IdentityProblem.PASSWORD_WEAK.at("newPassword", "choose another password than the present one");
            }
            new FieldChecks()
                    .check("newPassword", () -> passwords.require(wanted, caller.username()))
                    .orThrow();
            credentials.setPassword(hasher.hash(wanted), clock.instant(), false);
            passwordChanged.fire(new PasswordChanged(caller.user(), caller.signIn()));
            if (tokensToo) {
                tokens.removeTokens(caller.user())
                        .forEach(token -> tokenRevoked.fire(new TokenRevoked(token, caller.user())));
            }
            audit.record(AuditEvent.of("user.password-changed", caller).with("tokens-too", AuditField.open(tokensToo)));
        }
    }

    /**
     * The {@code otpauth:} URI of a new key, which counts once a code confirmed it. The caller closes it.
     *
     * @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE, STEP_UP_REQUIRED}
     */
    public Secret offerTotp(Caller caller) {
        return codes.offer(requireProved(caller), ISSUER, caller.username());
    }

    /**
     * @param code taken over and wiped
     * @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE, STEP_UP_REQUIRED, TOTP_WRONG}
     */
    public void confirmTotp(Caller caller, Secret code) {
        try (code) {
            if (!codes.confirm(requireProved(caller), code)) {
                throw IdentityProblem.TOTP_WRONG.at(
                        "code", "this is not the code of now; check the clock of your device");
            }
            audit.record(AuditEvent.of("user.totp-enrolled", caller));
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE, STEP_UP_REQUIRED} */
    public void removeTotp(Caller caller) {
        requireProved(caller).removeTotp();
        totpRemoved.fire(new TotpRemoved(caller.user()));
        audit.record(AuditEvent.of("user.totp-removed", caller).with("username", AuditField.open(caller.username())));
    }

    private Credentials requireProved(Caller caller) {
        Credentials credentials = users.requireCredentials(caller.user());
        credentials.requireOwnPassword();
        proof.require(caller);
        return credentials;
    }
}
