package gatehouse.web.session;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Places;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How many sockets each person has (R20.8). */
@ApplicationScoped
class SocketShare {
    static final int MOST = 64;

    private final Places<UserId> open = new Places<>();

    /** One socket's place. */
    static final class Place {
        private Runnable giveBack;

        private Place(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        synchronized void leave() {
            giveBack.run();
            giveBack = () -> {};
        }
    }

    /** Empty when the person has as many as they may. */
    Optional<Place> enter(Caller person) {
        return open.take(person.user(), MOST)
                ? Optional.of(new Place(() -> open.giveBack(person.user())))
                : Optional.empty();
    }

    static ProblemException full() {
        return SessionProblem.TOO_MANY_OPEN.problem(
                "you have " + MOST + " terminals and views of sessions open in browsers; close one of them first");
    }
}
