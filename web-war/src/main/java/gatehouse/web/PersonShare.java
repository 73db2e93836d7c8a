package gatehouse.web;

import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests of one person are under way, and of everybody together who is not signed in yet. Each has a thread of the server's
 * (server.cli, {@code task-max-threads}), and some wait: for a target, for a turn to sign in. Without shares, one person with a target
 * that keeps silent, or strangers, could hold all of them.
 */
@ApplicationScoped
public class PersonShare {
    /** A browser sends six at a time. */
    static final int MOST = 32;

    static final int MOST_OF_STRANGERS = 64;

    /** Empty: whoever is not signed in. */
    private final ConcurrentHashMap<Optional<UserId>, Integer> underWay = new ConcurrentHashMap<>();

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_REQUESTS}; otherwise {@link #end} has to follow */
    void begin(Optional<UserId> person) {
        int most = person.isPresent() ? MOST : MOST_OF_STRANGERS;
        underWay.merge(person, 1, (before, one) -> {
            if (before >= most) {
                throw WebProblem.TOO_MANY_REQUESTS.problem(
                        person.isPresent()
                                ? most + " of your requests are being worked on; wait until one of them has ended"
                                : "too many people are signing in at once; try again in a few seconds");
            }
            return before + one;
        });
    }

    void end(Optional<UserId> person) {
        underWay.computeIfPresent(person, (_, before) -> before == 1 ? null : before - 1);
    }
}
