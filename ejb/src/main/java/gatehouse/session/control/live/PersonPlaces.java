package gatehouse.session.control.live;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Places;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** How many sessions each person has, from when one is being opened until it is over: each holds memory, connections and a recording. */
@ApplicationScoped
public class PersonPlaces {
    private final Places<UserId> taken = new Places<>();

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_OPEN}; otherwise {@link Place#hold} has to follow, once */
    public Place take(Caller person, SessionLimits limits) {
        if (!taken.take(person.user(), limits.perPerson())) {
            throw SessionProblem.TOO_MANY_OPEN.problem(
                    "you have " + limits.perPerson() + " sessions, as many as one person may; end one of them first");
        }
        return new Place(() -> taken.giveBack(person.user()));
    }

    /** One of a person's places. */
    public static final class Place {
        private final Runnable giveBack;

        private Place(Runnable giveBack) {
            this.giveBack = giveBack;
        }

        /** Opens what has the place until it has ended; what does not open gives it back at once. */
        public <T> T hold(Supplier<T> opening, Function<? super T, ? extends CompletionStage<?>> ended) {
            boolean held = false;
            try {
                T opened = opening.get();
                CompletionStage<Void> _ = ended.apply(opened).thenRun(giveBack);
                held = true;
                return opened;
            } finally {
                if (!held) {
                    giveBack.run();
                }
            }
        }
    }
}
