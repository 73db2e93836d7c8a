package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.control.opening.RefusalTally;
import gatehouse.session.entity.ConnectRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;

/** Writes down who was not let in where; of very many in a short time how many there were. */
@ApplicationScoped
class Refusals {
    @Inject
    private SessionBook book;

    @Inject
    private RefusalTally tally;

    @Inject
    private Closing closing;

    @Inject
    private Clock clock;

    void session(Caller caller, ConnectRequest request, ProblemException reason) {
        if (tally.tells(caller, clock.instant())) {
            book.refused(caller, request, reason);
        }
    }

    void tunnel(Caller caller, ConnectRequest request, TunnelDestination destination, ProblemException reason) {
        if (tally.tells(caller, clock.instant())) {
            book.tunnelRefused(caller, request, destination, reason);
        }
    }

    /** Called every few seconds. */
    void tellSums() {
        tellSums(clock.instant());
    }

    /** At the end: also of what is not over yet. */
    void tellAll() {
        tellSums(Instant.MAX);
    }

    private void tellSums(Instant now) {
        tally.due(now).forEach(sum -> closing.attempt(() -> book.refusedMore(sum.caller(), sum.refusals())));
    }
}
