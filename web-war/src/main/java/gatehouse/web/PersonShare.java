package gatehouse.web;

import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests of one person are under way. Each has a thread of the server's, and those about files wait for a target: without a
 * share, one person with a target that keeps silent could hold all of them.
 */
@ApplicationScoped
public class PersonShare {
    /** A browser sends six at a time; a quarter of the server's threads (server.cli, {@code task-max-threads}). */
    static final int MOST = 32;

    private final ConcurrentHashMap<UserId, Integer> underWay = new ConcurrentHashMap<>();

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_REQUESTS}; otherwise {@link #end} has to follow */
    void begin(UserId person) {
        underWay.merge(person, 1, (before, one) -> {
            if (before >= MOST) {
                throw WebProblem.TOO_MANY_REQUESTS.problem(
                        MOST + " of your requests are being worked on; wait until one of them has ended");
            }
            return before + one;
        });
    }

    void end(UserId person) {
        underWay.computeIfPresent(person, (_, before) -> before == 1 ? null : before - 1);
    }
}
