package gatehouse.identity.boundary;

import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.Person;
import gatehouse.identity.entity.User;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Names of the caller's colleagues who may work: for inviting them. Needs no right, and tells nothing else. */
@Stateless
public class Directory {
    private static final int SHORTEST_BEGINNING = 3;

    @Inject
    private UserRows users;

    @Inject
    private Clock clock;

    /**
     * Those whose user name or name is {@code text}, or begins with it when it is long enough to mean somebody: whoever asks knows
     * whom they look for, and nobody reads the whole list. Without regard to case.
     *
     * @param most how many to give
     */
    public List<Person> search(Caller caller, String text, int most) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return users.named(caller.scope(), wanted, wanted.length() >= SHORTEST_BEGINNING).stream()
                .filter(this::mayWork)
                .limit(most)
                .map(Directory::person)
                .toList();
    }

    public Optional<Person> find(Caller caller, UserId id) {
        return users.find(caller.scope(), id).filter(this::mayWork).map(Directory::person);
    }

    private boolean mayWork(User user) {
        return user.usableAt(clock.instant());
    }

    private static Person person(User user) {
        return new Person(user.id(), user.username(), user.name());
    }
}
