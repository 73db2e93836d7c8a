package gatehouse.identity.boundary;

import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.Person;
import gatehouse.identity.entity.User;
import gatehouse.kernel.Caller;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.UserId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Names of the caller's colleagues who may work: for inviting them. Needs no right, and tells nothing else. */
@Stateless
public class Directory {
    @Inject
    private UserRows users;

    @Inject
    private Clock clock;

    /**
     * @param text part of a name
     * @param most how many to give
     */
    public List<Person> search(Caller caller, String text, int most) {
        PageRequest request = PageRequest.first(most).searching(text);
        return users.page(caller.scope(), request).items().stream()
                .filter(this::mayWork)
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
