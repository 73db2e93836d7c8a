package gatehouse.web;

import gatehouse.kernel.Admission;
import gatehouse.kernel.Network;
import gatehouse.kernel.Places;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How many requests of one person are under way, and of everybody together who is not signed in yet. Each has a thread of the server's
 * (server.cli, {@code task-max-threads}), and some wait: for a target, for a turn to sign in. Without shares, one person with a target
 * that keeps silent, or strangers, could hold all of them. A stranger's request takes its thread when it is complete; before that it
 * only counts for its network and may be ended, see {@link StrangersFilter}.
 */
@ApplicationScoped
public class PersonShare {
    /** A browser sends six at a time. */
    static final int MOST = 32;

    static final int MOST_OF_STRANGERS = 64;

    /** A whole office behind one address signs in at nine o'clock. */
    static final int MOST_OF_NETWORK = 32;

    /** With a body of 16 KiB each; as many as wait to be worked on. */
    static final int MOST_COMING = 1024;

    /** Empty: whoever is not signed in. */
    private final Places<Optional<UserId>> underWay = new Places<>();

    private final Places<Network> ofStrangers = new Places<>();
    private final Admission coming = new Admission(
            MOST_COMING, MOST_COMING, (network, waiting) -> WebLog.LOG.tooManyStrangers(network.name(), waiting));
    private final Places<Boolean> whole = new Places<>();

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
     * @throws gatehouse.kernel.ProblemException {@code TOO_MANY_REQUESTS}; otherwise {@link Coming#left} has to follow
     */
    Coming comes(Network from) {
        List<Network> taken = new ArrayList<>();
        from.shares(MOST_OF_NETWORK).forEach((prefix, share) -> {
            if (!ofStrangers.take(prefix, share)) {
                taken.forEach(ofStrangers::giveBack);
                throw tooManyStrangers();
            }
            taken.add(prefix);
        });
        return new Coming(from);
    }

    /** A stranger's request, until it is over. */
    final class Coming implements ComingBody.Place {
        private final Network from;
        private Optional<Admission.Place> place = Optional.empty();
        private boolean isWhole;
        private boolean over;

        private Coming(Network from) {
            this.from = from;
        }

        /** Where all places are taken, the request that has been coming longest from the network that holds most is ended. */
        @Override
        public void isReadUntil(Runnable end) {
            Admission.Place entered = coming.enter(from, false, end);
            synchronized (this) {
                place = Optional.of(entered);
                if (isWhole || over) {
                    entered.leave();
                }
            }
        }

        @Override
        public synchronized void isWhole() {
            place.ifPresent(Admission.Place::leave);
            isWhole = whole.take(true, MOST_COMING);
            if (!isWhole) {
                throw tooManyStrangers();
            }
        }

        @Override
        public synchronized void left() {
            if (over) {
                return;
            }
            over = true;
            place.ifPresent(Admission.Place::leave);
            if (isWhole) {
                whole.giveBack(true);
            }
            from.prefixes().forEach(ofStrangers::giveBack);
        }
    }

    static ProblemException tooManyStrangers() {
        return WebProblem.TOO_MANY_REQUESTS.problem(
                "too many people are signing in at once; try again in a few seconds");
    }
}
