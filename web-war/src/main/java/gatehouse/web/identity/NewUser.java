package gatehouse.web.identity;

import gatehouse.identity.entity.BuiltInRole;
import gatehouse.web.Redacted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user to be created.
 *
 * @param password the first one, which the user has to change; absent: only keys sign in
 * @param groups ids
 */
public record NewUser(
        String username,
        String name,
        Optional<String> email,
        Optional<String> locale,
        Optional<Boolean> active,
        Optional<Instant> expiresAt,
        List<BuiltInRole> roles,
        Optional<List<String>> groups,
        Optional<String> password) {
    @Override
    public String toString() {
        return Redacted.of(this);
    }
}
