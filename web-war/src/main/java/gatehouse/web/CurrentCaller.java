package gatehouse.web;

import gatehouse.access.entity.AccessProblem;
import gatehouse.kernel.Caller;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who sent this request. Resources inject it, take {@link #get()} and pass it on. */
@RequestScoped
public class CurrentCaller {
    private Caller caller;

    void set(Caller proved) {
        caller = proved;
    }

    public Optional<Caller> find() {
        return Optional.ofNullable(caller);
    }

    /** @throws gatehouse.kernel.ProblemException {@code NOT_SIGNED_IN} */
    public Caller get() {
        return find().orElseThrow(() -> AccessProblem.NOT_SIGNED_IN.problem("sign in first"));
    }
}
