package gatehouse.session.control.tunnel;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.entity.Tunnel;
import gatehouse.session.entity.TunnelDirection;
import gatehouse.session.entity.TunnelSpan;
import gatehouse.session.entity.TunnelWay;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One wire to an asset, and the connections that are forwarded through it. */
public final class TunnelSession {
    private final TunnelTraffic traffic = new TunnelTraffic();
    private final LiveSession session;
    private final Clock clock;
    private final Consumer<Tunnel> log;
    private volatile TerminalConnection connection;

    /** @param log takes each forwarded connection when it is over, on an I/O thread */
    public TunnelSession(LiveFacts facts, Clock clock, Consumer<Tunnel> log) {
        this.session = new LiveSession(facts, traffic, System::nanoTime);
        this.clock = clock;
        this.log = log;
    }

    public LiveSession session() {
        return session;
    }

    /** The asset is there; the session ends with it. */
    public void attach(TerminalConnection wire) {
        connection = wire;
        session.attach(traffic);
        wire.whenClosed().thenRun(() -> session.exit().closed(Optional.empty()));
    }

    /** Where a tunnel to or from there is decided about. An empty address to listen on is every address. */
    public static TunnelDestination destination(String host, int port) {
        return new TunnelDestination(host.isEmpty() ? "*" : host, port);
    }

    /** @param until when the permission for it ends */
    public CompletionStage<TunnelFlow> connect(TunnelRequest request, Instant until, TunnelFlow toPerson) {
        Forwarded forwarded =
                begin(new TunnelWay(TunnelDirection.LOCAL, request.host(), request.port(), originator(request)), until);
        return connection
                .tunnel(request.host(), request.port(), forwarded.towardsPerson(toPerson))
                .whenComplete((flow, failure) -> {
                    if (failure != null) {
                        traffic.remove(forwarded);
                    }
                })
                .thenApply(forwarded::towardsTarget);
    }

    public CompletionStage<Listening> listen(ListenRequest request, Arrivals arrivals) {
        return connection.listen(request, arrivals);
    }

    /** Something arrived where the asset listens. */
    public CompletionStage<TunnelFlow> bring(
            String host, TunnelRequest arrival, Instant until, TunnelFlow back, Arrivals toPerson) {
        Forwarded forwarded =
                begin(new TunnelWay(TunnelDirection.REMOTE, host, arrival.port(), originator(arrival)), until);
        return toPerson.arrived(arrival, forwarded.towardsTarget(back))
                .whenComplete((flow, failure) -> {
                    if (failure != null) {
                        traffic.remove(forwarded);
                    }
                })
                .thenApply(forwarded::towardsPerson);
    }

    private static String originator(TunnelRequest request) {
        return request.originator() + ":" + request.originatorPort();
    }

    private Forwarded begin(TunnelWay way, Instant until) {
        Forwarded forwarded = new Forwarded(session, way, until, clock, this::over);
        traffic.add(forwarded);
        return forwarded;
    }

    private void over(Forwarded forwarded, TunnelSpan span) {
        traffic.remove(forwarded);
        log.accept(new Tunnel(
                session.id(), session.facts().caller(), session.facts().target(), forwarded.way(), span));
    }

    /** Hangs up on those whose destination is not allowed any more. */
    public void cutUnless(Predicate<TunnelDestination> allowed) {
        traffic.cutUnless(forwarded ->
                allowed.test(destination(forwarded.way().host(), forwarded.way().port())));
    }
}
