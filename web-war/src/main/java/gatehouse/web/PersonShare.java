package gatehouse.web;

import gatehouse.kernel.Network;
import gatehouse.kernel.Places;
import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * How many requests of one person are under way, and of everybody together who is not signed in yet. Each has a thread of the server's
 * (server.cli, {@code task-max-threads}), and some wait: for a target, for a turn to sign in. Without shares, one person with a target
 * that keeps silent, or strangers, could hold all of them. A stranger's request takes its thread when it is complete; before that it
 * only counts for its network, see {@link StrangersFilter}.
 */
@ApplicationScoped
public class PersonShare {
    /** A browser sends six at a time. */
    static final int MOST = 32;

    static final int MOST_OF_STRANGERS = 64;

    /** A whole office behind one address signs in at nine o'clock. */
    static final int MOST_OF_NETWORK = 32;

    /** With a body of 16 KiB each. */
    static final int MOST_COMING = 1024;

    /** Empty: whoever is not signed in. */
    private final Places<Optional<UserId>> underWay = new Places<>();

    private final Places<Network> ofStrangers = new Places<>();
    private final Places<Boolean> coming = new Places<>();

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_REQUESTS}; otherwise {@link #end} has to follow */
    void begin(Optional<UserId> person) {
        int most = person.isPresent() ? MOST : MOST_OF_STRANGERS;
        if (!underWay.take(person, most)) {
            throw person.isPresent()
                    ? WebProblem.TOO_MANY_REQUESTS.problem(
                            most + " of your requests are being worked on; wait until one of them has ended")
                    : tooManyStrangers();
        }
    }

    void end(Optional<UserId> person) {
        underWay.giveBack(person);
    }

    /**
     * A stranger's request has begun to come.
     *
     * @throws gatehouse.kernel.ProblemException {@code TOO_MANY_REQUESTS}; otherwise {@link #left} has to follow
     */
    void comes(Network from) {
        if (!ofStrangers.take(from, MOST_OF_NETWORK)) {
            throw tooManyStrangers();
        }
        if (!coming.take(true, MOST_COMING)) {
            ofStrangers.giveBack(from);
            throw tooManyStrangers();
        }
    }

    void left(Network from) {
        coming.giveBack(true);
        ofStrangers.giveBack(from);
    }

    private static RuntimeException tooManyStrangers() {
        return WebProblem.TOO_MANY_REQUESTS.problem(
                "too many people are signing in at once; try again in a few seconds");
    }
}
