package gatehouse.session.boundary;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The way to a session's target, which may take a while: a stop does not wait for it, and however it ends is written down once. */
@ApplicationScoped
class Reaching {
    @Inject
    private LiveSessions live;

    @Inject
    private Closing closing;

    /**
     * Waits for the target, but not longer than until a stop has ended the session. From now on the end of the session closes the way.
     *
     * @throws ProblemException {@code SERVER_STOPPING}, or what dialling says
     */
    TerminalConnection reach(LiveSession session, Supplier<TerminalConnection> dial, Work work) {
        live.reaching(session);
        CompletableFuture<TerminalConnection> reached = work.supply(dial).toCompletableFuture();
        CompletableFuture<Void> _ = session.ended().thenAcceptAsync(end -> closing.close(session, reached, end), work);
        CompletableFuture.anyOf(reached, session.ended()).join();
        if (session.ended().isDone()) {
            throw LiveSessions.stopping();
        }
        return reached.join();
    }

    /** Written down, unless a stop has ended it while its target was reached: then it was already, and perhaps nothing is here any more. */
    ProblemException failed(LiveSession session, RuntimeException failure) {
        if (session.isStopped()) {
            return LiveSessions.stopping();
        }
        live.remove(session.id());
        ProblemException problem = Opening.shown(failure);
        closing.failed(session, problem);
        return problem;
    }
}
