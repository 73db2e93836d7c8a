package gatehouse.identity.entity;

import gatehouse.kernel.KernelProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What an administrator writes about a user. */
public record UserProfile(
        String username,
        String name,
        String email,
        String locale,
        boolean active,
        Optional<Instant> expiresAt,
        Set<RoleId> roles) {
    private static final int MAX = 255;

    public UserProfile {
        username = Username.require(username);
        requireShort("name", name);
        requireShort("email", email);
        if (!email.isEmpty() && email.indexOf('@') < 1) {
            throw KernelProblem.VALUE_INVALID.problem("email must have an @");
        }
        if (locale.length() > 35) {
            throw KernelProblem.VALUE_INVALID.problem("locale is a language tag, for example zh-CN");
        }
        roles = Set.copyOf(roles);
    }

    public UserProfile withRoles(Set<RoleId> wanted) {
        return new UserProfile(username, name, email, locale, active, expiresAt, wanted);
    }

    public UserProfile withActive(boolean wanted) {
        return new UserProfile(username, name, email, locale, wanted, expiresAt, roles);
    }

    public UserProfile withLocale(String wanted) {
        return new UserProfile(username, name, email, wanted, active, expiresAt, roles);
    }

    public UserProfile withNameAndEmail(String wantedName, String wantedEmail) {
        return new UserProfile(username, wantedName, wantedEmail, locale, active, expiresAt, roles);
    }

    private static void requireShort(String field, String text) {
        if (text.length() > MAX) {
            throw KernelProblem.VALUE_INVALID.problem(field + " has at most " + MAX + " characters");
        }
    }
}
