package gatehouse.identity.entity;

import gatehouse.kernel.FieldChecks;
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
    private static final String AT_MOST = " has at most " + MAX + " characters";

    public UserProfile {
        FieldChecks checks = new FieldChecks();
        String written = username;
        username = checks.read("username", () -> Username.require(written)).orElse("");
        boolean mailed = email.isEmpty() || email.indexOf('@') > 0;
        checks.require(name.length() <= MAX, "name", KernelProblem.VALUE_INVALID, "name" + AT_MOST)
                .require(email.length() <= MAX, "email", KernelProblem.VALUE_INVALID, "email" + AT_MOST)
                .require(mailed, "email", KernelProblem.VALUE_INVALID, "email must have an @")
                .require(
                        locale.length() <= 35,
                        "locale",
                        KernelProblem.VALUE_INVALID,
                        "locale is a language tag, for example zh-CN")
                .orThrow();
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
}
