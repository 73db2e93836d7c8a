package gatehouse.identity.boundary;

import gatehouse.identity.entity.GroupId;
import gatehouse.identity.entity.User;
import gatehouse.identity.entity.UserProfile;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What an administrator fills in for a user, in one transaction: all of it is done, or nothing. */
@Stateless
public class UserForms {
    @Inject
    private Users users;

    @Inject
    private Groups groups;

    /**
     * What goes with a profile.
     *
     * @param password which the user has to change; taken over and wiped
     * @param groups all that the user is to be in
     */
    public record Belongings(Optional<Secret> password, Optional<Set<GroupId>> groups) implements AutoCloseable {
        /** Idempotent; also when what came first was refused. */
        @Override
        public void close() {
            password.ifPresent(Secret::close);
        }
    }

    /** @throws gatehouse.kernel.ProblemException as {@link Users#create} and {@link Groups#setGroupsOf} do */
    public User create(Caller caller, UserProfile profile, Belongings belongings) {
        try (belongings) {
            User user = users.create(caller, profile, belongings.password());
            belongings.groups().ifPresent(wanted -> groups.setGroupsOf(caller, user.id(), wanted));
            return user;
        }
    }

    /**
     * What is absent stays.
     *
     * @param version the one that was read; empty: whatever it is now
     * @throws gatehouse.kernel.ProblemException as {@link Users#change}, {@link Users#resetPassword} and {@link Groups#setGroupsOf} do
     */
    public User change(
            Caller caller,
            UserId id,
            Optional<Integer> version,
            UnaryOperator<UserProfile> edit,
            Belongings belongings) {
        try (belongings) {
            User changed = users.change(caller, id, version, edit);
            belongings.password().ifPresent(password -> users.resetPassword(caller, id, password));
            belongings.groups().ifPresent(wanted -> groups.setGroupsOf(caller, id, wanted));
            return changed;
        }
    }
}
