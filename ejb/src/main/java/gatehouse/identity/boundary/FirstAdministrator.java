package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.LinkFile;
import gatehouse.identity.control.LinkRows;
import gatehouse.identity.control.PasswordHasher;
import gatehouse.identity.control.PasswordPolicy;
import gatehouse.identity.control.RandomTokens;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.Credentials;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.OneTimeLink;
import gatehouse.identity.entity.OneTimeLink.Purpose;
import gatehouse.identity.entity.Organisation;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.PasswordRules;
import gatehouse.identity.entity.TokenRevoked;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.UserProfile;
import gatehouse.identity.entity.Username;
import gatehouse.kernel.FieldChecks;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Uuid7;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The way in when nobody can sign in: creating the first administrator, and giving one who is locked out a new password. Both need a
 * one-time link, which only whoever can read {@code $GATEHOUSE_HOME} gets. There is no caller yet.
 */
@Stateless
public class FirstAdministrator {
    static final String SETUP_LINK = "setup-link";
    static final String RESET_LINK = "reset-link";

    @Inject
    private UserRows users;

    @Inject
    private LinkRows links;

    @Inject
    private KeyAndTokenRows tokens;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private PasswordPolicy passwords;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<PasswordChanged> passwordChanged;

    @Inject
    private Event<TokenRevoked> tokenRevoked;

    @Inject
    private Clock clock;

    public boolean exists() {
        return users.countAdministrators(clock.instant()) > 0;
    }

    /**
     * Writes a new link, unless there is an administrator; then no link is valid and none lies about.
     *
     * @return whether it wrote one
     */
    public boolean offer(LinkFile file) {
        if (exists()) {
            links.removeAll(Purpose.SETUP);
            file.delete(SETUP_LINK);
            return false;
        }
        write(file, SETUP_LINK, Purpose.SETUP, Optional.empty());
        return true;
    }

    /** @return whether there is an active administrator of this name, for whom a link was written */
    public boolean offerReset(LinkFile file, String username) {
        Optional<User> administrator = users.findByUsername(Username.canonical(username))
                .filter(user -> user.usableAt(clock.instant()))
                .filter(user -> user.roles().contains(BuiltInRole.SYSTEM_ADMINISTRATOR.id()));
        administrator.ifPresent(user -> write(file, RESET_LINK, Purpose.RESET, Optional.of(user.id())));
        return administrator.isPresent();
    }

    /**
     * Exchanges the link for an administrator. A refused password leaves the link valid.
     *
     * @param token taken over and wiped, as is {@code password}
     * @throws gatehouse.kernel.ProblemException {@code LINK_INVALID, ADMINISTRATOR_EXISTS, PASSWORD_WEAK, NAME_TAKEN}
     */
    public UserId create(Secret token, String username, String name, Secret password) {
        try (token;
                password) {
            take(Purpose.SETUP, token);
            requireNone();
            UserProfile profile = new FieldChecks()
                    .check("password", () -> passwords.require(password, username))
                    .whole(() -> profile(username, name));
            User user = new User(UserId.next(), Organisation.FIRST, profile, clock.instant());
            users.add(user);
            users.requireCredentials(user.id()).setPassword(hasher.hash(password), clock.instant(), false);
            record("administrator.created", user);
            LinkFile.ofServer().delete(SETUP_LINK);
            return user.id();
        }
    }

    /**
     * Exchanges the link for a new password; the second factor and the bearer tokens are removed.
     *
     * @param token taken over and wiped, as is {@code password}
     * @throws gatehouse.kernel.ProblemException {@code LINK_INVALID, PASSWORD_WEAK}
     */
    public UserId reset(Secret token, Secret password) {
        try (token;
                password) {
            User user = take(Purpose.RESET, token)
                    .user()
                    .flatMap(users::findAnywhere)
                    .orElseThrow(FirstAdministrator::invalid);
            new FieldChecks()
                    .check("password", () -> passwords.require(password, user.username()))
                    .orThrow();
            Credentials credentials = users.requireCredentials(user.id());
            credentials.setPassword(hasher.hash(password), clock.instant(), false);
            credentials.removeTotp();
            tokens.removeTokens(user.id()).forEach(gone -> tokenRevoked.fire(new TokenRevoked(gone, user.id())));
            passwordChanged.fire(new PasswordChanged(user.id(), new UUID(0, 0)));
            record("administrator.reset", user);
            LinkFile.ofServer().delete(RESET_LINK);
            return user.id();
        }
    }

    /**
     * Whether the link could be exchanged now, by {@link #create} or {@link #reset}; it stays as it is.
     *
     * @param token taken over and wiped
     * @return what the password will have to be
     * @throws gatehouse.kernel.ProblemException {@code LINK_INVALID, ADMINISTRATOR_EXISTS}
     */
    public PasswordRules check(Purpose purpose, Secret token) {
        try (token) {
            if (links.find(purpose, RandomTokens.hash(token), clock.instant()).isEmpty()) {
                throw invalid();
            }
            if (purpose == Purpose.SETUP) {
                requireNone();
            }
            return passwords.rules();
        }
    }

    private void requireNone() {
        if (exists()) {
            throw IdentityProblem.ADMINISTRATOR_EXISTS.problem("there is an administrator already; sign in");
        }
    }

    private void write(LinkFile file, String name, Purpose purpose, Optional<UserId> user) {
        try (Secret token = RandomTokens.next("")) {
            links.replace(new OneTimeLink(Uuid7.next(), purpose, RandomTokens.hash(token), user, clock.instant()));
            file.write(name, token);
        }
    }

    private OneTimeLink take(Purpose purpose, Secret token) {
        return links.take(purpose, RandomTokens.hash(token), clock.instant()).orElseThrow(FirstAdministrator::invalid);
    }

    private void record(String type, User user) {
        audit.record(AuditEvent.of(type, AuditEvent.Actor.system(user.organisation()))
                .with("id", AuditField.open(user.id()))
                .with("username", AuditField.open(user.username())));
    }

    private static UserProfile profile(String username, String name) {
        return new UserProfile(
                username, name, "", "", true, Optional.empty(), Set.of(BuiltInRole.SYSTEM_ADMINISTRATOR.id()));
    }

    private static RuntimeException invalid() {
        return IdentityProblem.LINK_INVALID.problem(
                "this link was used already or is older than half an hour; ask for a new one on the server");
    }
}
