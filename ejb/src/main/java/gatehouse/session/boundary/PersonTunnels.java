package gatehouse.session.boundary;

import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.control.tunnel.TunnelSession;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The tunnels of one person's connection to one account. They share a session, which begins with the first of them. */
final class PersonTunnels {
    private final TunnelDesk desk;
    private final Work work;
    private final Supplier<Caller> caller;
    private final SessionOrigin origin;
    private final Function<Caller, ConnectRequest> account;
    private Optional<TunnelSession> current = Optional.empty();
    private boolean closed;

    /** @param account found anew for each tunnel */
    PersonTunnels(
            TunnelDesk desk,
            Work work,
            Supplier<Caller> caller,
            SessionOrigin origin,
            Function<Caller, ConnectRequest> account) {
        this.desk = desk;
        this.work = work;
        this.caller = caller;
        this.origin = origin;
        this.account = account;
    }

    CompletionStage<TunnelAnswer> connect(TunnelRequest request, TunnelFlow toPerson) {
        return permitted(request.host(), request.port(), (session, until) -> session.connect(request, until, toPerson))
                .thenApply(TunnelAnswer.Relayed::new);
    }

    CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
        return permitted(
                request.host(),
                request.port(),
                (session, until) ->
                        session.listen(request, (arrival, back) -> arrived(request.host(), arrival, back, toPerson)));
    }

    private CompletionStage<TunnelFlow> arrived(
            String host, TunnelRequest arrival, TunnelFlow back, Arrivals toPerson) {
        return permitted(host, arrival.port(), (session, until) -> session.bring(host, arrival, until, back, toPerson));
    }

    private interface Step<T> {
        CompletionStage<T> take(TunnelSession session, Instant until);
    }

    private <T> CompletionStage<T> permitted(String host, int port, Step<T> step) {
        return work.supply(() -> {
                    Caller now = caller.get();
                    ConnectRequest request = account.apply(now);
                    try {
                        TunnelDestination destination = TunnelSession.destination(host, port);
                        Instant until = desk.permit(now, request, destination).until();
                        TunnelSession tunnels = session(now, request);
                        CompletionStage<T> taken = step.take(tunnels, until);
                        desk.recheck(tunnels, destination);
                        return taken;
                    } finally {
                        request.typedSecret().ifPresent(Secret::close);
                    }
                })
                .thenCompose(stage -> stage);
    }

    private synchronized TunnelSession session(Caller now, ConnectRequest request) {
        if (closed) {
            throw SessionProblem.SESSION_ENDED.problem("the connection is over");
        }
        Optional<TunnelSession> running =
                current.filter(tunnels -> !tunnels.session().isOver());
        current = Optional.of(running.orElseGet(() -> desk.open(now, origin, request, work)));
        return current.get();
    }

    /** The connection is gone. Returns at once. */
    void close() {
        work.execute(this::end);
    }

    /** May wait for a session that is just being opened. */
    private synchronized void end() {
        closed = true;
        current.ifPresent(tunnels -> tunnels.session().entry().close());
    }
}
