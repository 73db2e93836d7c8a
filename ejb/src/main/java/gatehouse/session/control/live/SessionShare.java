package gatehouse.session.control.live;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Places;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;

/** How many sessions each person has, from when one is being opened until it is over: each holds memory, connections and a recording. */
@ApplicationScoped
public class SessionShare {
    private final Places<UserId> open = new Places<>();

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_OPEN}; otherwise {@link #giveBack} has to follow */
    public void take(Caller person, SessionLimits limits) {
        if (!open.take(person.user(), limits.perPerson())) {
            throw SessionProblem.TOO_MANY_OPEN.problem(
                    "you have " + limits.perPerson() + " sessions, as many as one person may; end one of them first");
        }
    }

    public void giveBack(Caller person) {
        open.giveBack(person.user());
    }
}
