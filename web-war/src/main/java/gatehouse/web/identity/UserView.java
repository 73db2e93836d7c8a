package gatehouse.web.identity;

import gatehouse.access.entity.SignInBar;
import gatehouse.identity.entity.BuiltInRole;
import gatehouse.identity.entity.GroupId;
import gatehouse.identity.entity.User;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A user.
 *
 * @param roles names of built-in roles
 * @param groups ids
 * @param bars from where this user is barred after wrong passwords
 */
public record UserView(
        UUID id,
        String username,
        String name,
        String email,
        String locale,
        boolean active,
        Optional<Instant> expiresAt,
        Instant createdAt,
        List<String> roles,
        List<UUID> groups,
        boolean totpEnrolled,
        List<BarView> bars) {
    /** @param network an IPv4 address or an IPv6 /64 */
    public record BarView(String network, Instant until) {
        static BarView from(SignInBar bar) {
            return new BarView(bar.network(), bar.until());
        }
    }

    static UserView from(User user, Set<GroupId> groups, boolean totpEnrolled, List<SignInBar> bars) {
        return new UserView(
                user.id().value(),
                user.username(),
                user.name(),
                user.email(),
                user.locale(),
                user.active(),
                user.expiresAt(),
                user.createdAt(),
                user.roles().stream().map(BuiltInRole::nameOf).sorted().toList(),
                groups.stream().map(GroupId::value).sorted().toList(),
                totpEnrolled,
                bars.stream().map(BarView::from).toList());
    }
}
