package gatehouse.session.boundary;

import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.PersonPlaces;
import gatehouse.session.control.opening.Admission;
import gatehouse.session.control.opening.Authoriser;
import gatehouse.session.control.opening.Dialler;
import gatehouse.session.control.opening.Rechecker;
import gatehouse.session.control.tunnel.TunnelRows;
import gatehouse.session.control.tunnel.TunnelSession;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.Tunnel;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the sessions that tunnels run in, and asks for each tunnel whether it may. Waits; called on virtual threads. */
@ApplicationScoped
class TunnelDesk {
    @Inject
    private Authoriser authoriser;

    @Inject
    private Dialler dialler;

    @Inject
    private Rechecker rechecker;

    @Inject
    private SessionBook book;

    @Inject
    private Refusals refusals;

    @Inject
    private Closing closing;

    @Inject
    private Reaching reaching;

    @Inject
    private PersonPlaces places;

    @Inject
    private Settings settings;

    @Inject
    private TunnelRows rows;

    @Inject
    private Clock clock;

    private final Map<SessionId, TunnelSession> running = new ConcurrentHashMap<>();

    /** @throws ProblemException {@code TUNNEL_DENIED} */
    Decision.Allow permit(Caller caller, ConnectRequest request, TunnelDestination destination) {
        try {
            return authoriser.requireTunnel(caller, request, destination);
        } catch (ProblemException refused) {
            refusals.tunnel(caller, request, destination, refused);
            throw refused;
        }
    }

    /** @throws ProblemException as for any session */
    TunnelSession open(Caller caller, SessionOrigin origin, ConnectRequest request, Work work) {
        Admission admission;
        PersonPlaces.Place place;
        try {
            admission = authoriser.admit(caller, request);
            place = places.take(caller, settings.get(SessionLimits.class));
        } catch (ProblemException refused) {
            refusals.session(caller, request, refused);
            throw refused;
        }
        return place.hold(
                () -> begun(caller, origin, request, admission, work),
                tunnels -> tunnels.session().ended());
    }

    private TunnelSession begun(
            Caller caller, SessionOrigin origin, ConnectRequest request, Admission admission, Work work) {
        LiveFacts facts = new LiveFacts(
                SessionId.next(),
                caller,
                origin,
                admission.tunnels(request.protocol()),
                request,
                clock.instant(),
                admission.allow().until());
        book.opened(caller, new Session(facts.id(), caller, origin, facts.target(), facts.startedAt()));
        TunnelSession tunnels = new TunnelSession(facts, clock, line -> work.execute(() -> write(line, origin)));
        tunnels.session().allowed(admission.allow());
        start(tunnels, admission, work);
        return tunnels;
    }

    private void start(TunnelSession tunnels, Admission admission, Work work) {
        LiveSession session = tunnels.session();
        CompletableFuture<Void> _ = session.ended().thenRun(() -> running.remove(session.id()));
        try {
            // a tunnel is no shell in which anybody could switch: such accounts forward nothing
            run(
                    tunnels,
                    reaching.reach(session, () -> dialler.dial(session.facts(), admission, step -> {}, work), work));
        } catch (RuntimeException failure) {
            running.remove(session.id());
            throw reaching.failed(session, failure);
        }
    }

    private void run(TunnelSession tunnels, TerminalConnection connection) {
        LiveSession session = tunnels.session();
        try {
            book.connected(session.facts().caller(), session.id(), false);
            running.put(session.id(), tunnels);
            rechecker.enter(session);
            tunnels.attach(connection);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    private void write(Tunnel line, SessionOrigin origin) {
        closing.attempt(() -> rows.add(line, origin.address()), () -> rows.add(line.inAscii(), origin.address()));
    }

    /** After a permission has changed: hangs up on what it does not allow any more. */
    void recheck(LiveSession session) {
        Optional.ofNullable(running.get(session.id()))
                .ifPresent(tunnels -> tunnels.cutUnless(destination -> authoriser.decideTunnel(
                                session.facts().caller(), session.facts().request(), destination)
                        instanceof Decision.Allow));
    }

    /** The same for one destination: what changed before a connection was among the open ones has not reached it. */
    void recheck(TunnelSession tunnels, TunnelDestination destination) {
        LiveSession session = tunnels.session();
        boolean allowed = false;
        try {
            allowed = authoriser.decideTunnel(
                            session.facts().caller(), session.facts().request(), destination)
                    instanceof Decision.Allow;
        } finally {
            if (!allowed) {
                tunnels.cutUnless(other -> !other.equals(destination));
            }
        }
    }
}
