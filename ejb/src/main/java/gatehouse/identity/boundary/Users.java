package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.Conflicts;
import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.PasswordHasher;
import gatehouse.identity.control.PasswordPolicy;
import gatehouse.identity.control.RoleRights;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.RoleId;
import gatehouse.identity.entity.TokenRevoked;
import gatehouse.identity.entity.TotpRemoved;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.UserChanged;
import gatehouse.identity.entity.UserDisabled;
import gatehouse.identity.entity.UserProfile;
import gatehouse.kernel.Caller;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Names;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Users as administrators keep them. */
@Stateless
public class Users {
    private static final String NAME_TAKEN = "there is a user of this name";

    @Inject
    private UserRows users;

    @Inject
    private RoleRights roleRights;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private PasswordPolicy passwords;

    @Inject
    private KeyAndTokenRows tokens;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<UserDisabled> disabled;

    @Inject
    private Event<PasswordChanged> passwordChanged;

    @Inject
    private Event<TokenRevoked> tokenRevoked;

    @Inject
    private Event<TotpRemoved> totpRemoved;

    @Inject
    private Event<UserChanged> changed;

    @Inject
    private Clock clock;

    public Page<User> list(Caller caller, PageRequest request) {
        caller.require(IdentityRight.USER_VIEW);
        return users.page(caller.scope(), request);
    }

    /**
     * Oneself needs no right.
     *
     * @throws gatehouse.kernel.ProblemException {@code USER_UNKNOWN}
     */
    public User require(Caller caller, UserId id) {
        if (!caller.user().equals(id)) {
            caller.require(IdentityRight.USER_VIEW);
        }
        return users.require(caller.scope(), id);
    }

    /** For names in lists of other contexts: a user of the caller's organisation, if still there. */
    public Optional<User> find(Caller caller, UserId id) {
        return users.find(caller.scope(), id);
    }

    public boolean totpEnrolled(Caller caller, UserId id) {
        caller.require(IdentityRight.USER_VIEW);
        users.require(caller.scope(), id);
        return users.requireCredentials(id).totpKey().isPresent();
    }

    /**
     * @param password the first one, which the user has to change; empty: none, so that only keys sign in. Taken over and wiped.
     * @throws gatehouse.kernel.ProblemException {@code NAME_TAKEN, PASSWORD_WEAK, GRANT_EXCEEDS_OWN, STEP_UP_REQUIRED}
     */
    public User create(Caller caller, UserProfile profile, Optional<Secret> password) {
        caller.require(IdentityRight.USER_CHANGE);
        requireGrantable(caller, profile.roles());
        requireProofForRoles(caller, Set.of(), profile.roles());
        if (password.isPresent()) {
            proof.require(caller);
        }
        Names.requireSeen(KernelProblem.VALUE_INVALID, "name", profile.name(), "");
        User user = new User(UserId.next(), caller.organisation(), profile, clock.instant());
        add(user, password);
        record("user.created", caller, user);
        return user;
    }

    /**
     * @param version the one that was read; empty: whatever it is now
     * @throws gatehouse.kernel.ProblemException {@code NAME_TAKEN, GRANT_EXCEEDS_OWN, STEP_UP_REQUIRED, LAST_ADMINISTRATOR,
     *     CHANGED_MEANWHILE}
     */
    public User change(Caller caller, UserId id, Optional<Integer> version, UnaryOperator<UserProfile> edit) {
        caller.require(IdentityRight.USER_CHANGE);
        User user = requireEditable(caller, id);
        requireVersion(user, version);
        boolean wasUsable = user.usableAt(clock.instant());
        UserProfile profile = edit.apply(user.profile());
        requireGrantable(caller, profile.roles());
        requireProofForRoles(caller, user.roles(), profile.roles());
        requireProofForOneself(caller, user, profile);
        Names.requireSeen(
                KernelProblem.VALUE_INVALID,
                "name",
                profile.name(),
                user.profile().name());
        user.change(profile);
        Conflicts.named(users::flush, "username", NAME_TAKEN);
        requireAnAdministrator();
        if (wasUsable && !user.usableAt(clock.instant())) {
            disable(id);
        }
        changed.fire(new UserChanged(id));
        record("user.changed", caller, user);
        return user;
    }

    /** @throws gatehouse.kernel.ProblemException {@code LAST_ADMINISTRATOR} */
    public void delete(Caller caller, UserId id) {
        caller.require(IdentityRight.USER_CHANGE);
        User user = requireEditable(caller, id);
        disable(id);
        users.remove(user);
        users.flush();
        requireAnAdministrator();
        record("user.deleted", caller, user);
    }

    /** An administrator gives somebody a new password, which they have to change. It is taken over and wiped (R4.7). */
    public void resetPassword(Caller caller, UserId id, Secret password) {
        caller.require(IdentityRight.USER_CHANGE);
        proof.require(caller);
        User user = requireEditable(caller, id);
        try (password) {
            FieldChecks checks = new FieldChecks();
            checkStrength(checks, password, user);
            checks.orThrow();
            write(user, password);
        }
        revokeTokens(id);
        passwordChanged.fire(new PasswordChanged(id, caller.signIn()));
        record("user.password-reset", caller, user);
    }

    /** An administrator removes somebody's second factor, for example because their phone is lost. */
    public void removeTotp(Caller caller, UserId id) {
        caller.require(IdentityRight.USER_CHANGE);
        proof.require(caller);
        User user = requireEditable(caller, id);
        users.requireCredentials(id).removeTotp();
        totpRemoved.fire(new TotpRemoved(id));
        record("user.totp-removed", caller, user);
    }

    /** R4.7 */
    private void disable(UserId id) {
        revokeTokens(id);
        disabled.fire(new UserDisabled(id));
    }

    private void revokeTokens(UserId id) {
        tokens.removeTokens(id).forEach(token -> tokenRevoked.fire(new TokenRevoked(token, id)));
    }

    /** A name that is taken and a weak password are told at once. */
    private void add(User user, Optional<Secret> password) {
        try {
            FieldChecks checks = new FieldChecks();
            password.ifPresent(first -> checkStrength(checks, first, user));
            checks.whole(() -> {
                Conflicts.named(() -> users.add(user), "username", NAME_TAKEN);
                return user;
            });
            password.ifPresent(first -> write(user, first));
        } finally {
            password.ifPresent(Secret::close);
        }
    }

    private void checkStrength(FieldChecks checks, Secret password, User user) {
        checks.check("password", () -> passwords.require(password, user.username()));
    }

    private void write(User user, Secret password) {
        users.requireCredentials(user.id()).setPassword(hasher.hash(password), clock.instant(), true);
    }

    /**
     * R4.5: whoever holds more than the caller is not the caller's to edit.
     *
     * @throws gatehouse.kernel.ProblemException {@code USER_UNKNOWN, GRANT_EXCEEDS_OWN}
     */
    public User requireEditable(Caller caller, UserId id) {
        caller.require(IdentityRight.USER_CHANGE);
        User user = users.require(caller.scope(), id);
        requireGrantable(caller, user.roles());
        return user;
    }

    private void requireGrantable(Caller caller, Set<RoleId> roles) {
        boolean known = roles.stream().allMatch(RoleRights::exists);
        if (!known) {
            throw IdentityProblem.ROLE_UNKNOWN.at("roles", "there is no such role");
        }
        if (!caller.rights().containsAll(roleRights.of(roles))) {
            throw IdentityProblem.GRANT_EXCEEDS_OWN.problem("these roles hold rights that you do not hold yourself");
        }
    }

    /** R4.6: another name may be an account's, and another end keeps a thief in. */
    private void requireProofForOneself(Caller caller, User user, UserProfile wanted) {
        boolean lasts = !wanted.username().equals(user.username())
                || !wanted.expiresAt().equals(user.profile().expiresAt());
        if (user.id().equals(caller.user()) && lasts) {
            proof.require(caller);
        }
    }

    /** R4.6: roles that hold no more than every user does need none. */
    private void requireProofForRoles(Caller caller, Set<RoleId> before, Set<RoleId> wanted) {
        Set<String> gained = new HashSet<>(roleRights.of(wanted));
        gained.removeAll(roleRights.of(before));
        gained.removeAll(roleRights.of(BuiltInRole.USER));
        if (!gained.isEmpty()) {
            proof.require(caller);
        }
    }

    private static void requireVersion(User user, Optional<Integer> version) {
        if (version.isPresent() && version.get() != user.version()) {
            throw IdentityProblem.CHANGED_MEANWHILE.problem("somebody else changed it meanwhile; read it again");
        }
    }

    /** R4.4 */
    private void requireAnAdministrator() {
        if (users.countAdministrators(clock.instant()) == 0) {
            throw IdentityProblem.LAST_ADMINISTRATOR.problem(
                    "somebody must remain who is an active system administrator; make another one first");
        }
    }

    private void record(String type, Caller caller, User user) {
        audit.record(AuditEvent.of(type, caller)
                .with("id", AuditField.open(user.id()))
                .with("username", AuditField.open(user.username()))
                .with(
                        "roles",
                        AuditField.open(user.roles().stream()
                                .map(BuiltInRole::nameOf)
                                .sorted()
                                .toList()))
                .with("active", AuditField.open(user.active())));
    }
}
