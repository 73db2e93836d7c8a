package gatehouse.web.identity;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.RoleId;
import gatehouse.identity.entity.UserProfile;
import gatehouse.web.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be changed; what is absent stays.
 *
 * @param expiresAt null stays too; see {@code neverExpires}
 * @param neverExpires true removes the end
 * @param password a new one, which the user has to change
 * @param groups ids of all groups that the user is to be in
 */
public record UserPatch(
        Optional<String> username,
        Optional<String> name,
        Optional<String> email,
        Optional<String> locale,
        Optional<Boolean> active,
        Optional<Instant> expiresAt,
        Optional<Boolean> neverExpires,
        Optional<List<BuiltInRole>> roles,
        Optional<List<String>> groups,
        Optional<String> password) {
    @Override
    public String toString() {
        return Redacted.of(this);
    }

    UserProfile applyTo(UserProfile present) {
        return new UserProfile(
                username.orElse(present.username()),
                name.orElse(present.name()),
                email.orElse(present.email()),
                locale.orElse(present.locale()),
                active.orElse(present.active()),
                neverExpires.orElse(false) ? Optional.empty() : expiresAt.or(present::expiresAt),
                roles.map(UserPatch::ids).orElse(present.roles()));
    }

    private static Set<RoleId> ids(List<BuiltInRole> names) {
        return names.stream().map(BuiltInRole::id).collect(Collectors.toUnmodifiableSet());
    }
}
