package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.Hop;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.ChannelTransport;
import gatehouse.connector.ssh.wire.ForwardChannel;
import gatehouse.connector.ssh.wire.KeepAlive;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.AbstractClientSession;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.helpers.AbstractSession;

/**
 * Dials targets: through the gateways, then connect, key exchange, trust, credentials, in this order. MINA would ask for trust on
 * the I/O thread; here the key exchange takes any key, which is judged on the calling thread before anything secret is sent.
 */
public final class Dialler {
    private static final Set<ClientSessionEvent> EXCHANGED =
            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);

    private static final Set<ProblemCode> NOT_LET_IN =
            Set.of(SshProblem.AUTHENTICATION_FAILED, SshProblem.QUESTION_UNANSWERED, SshProblem.KEY_UNREADABLE);

    private final SshClient modern = Clients.start(false);
    private SshClient legacy;

    /** Signs in at the target. Blocks up to its timeout, for each hop again. */
    public ClientSession dial(OutboundTarget target) {
        if (target.dial().isPresent()) {
            throw new IllegalArgumentException("SSH goes its way by itself");
        }
        Optional<ClientSession> through = pass(target.hops(), target.timeout());
        try {
            return signIn(target.endpoint(), through, target.timeout());
        } catch (ProblemException failure) {
            through.ifPresent(gateway -> gateway.close(true));
            throw failure;
        }
    }

    /** Signs in at the gateways, each through the one before; gives the last. Blocks like {@link #dial}. */
    public Optional<ClientSession> pass(List<Hop> hops, Duration timeout) {
        Optional<ClientSession> through = Optional.empty();
        for (Hop hop : hops) {
            through = Optional.of(pass(hop, through, timeout));
        }
        return through;
    }

    /** Blocks like {@link #dial}. @see gatehouse.connector.spi.outbound.TerminalConnectionFactory#probe */
    public Duration probe(Endpoint gateway, List<Hop> hops, Duration timeout) {
        Optional<ClientSession> through = pass(hops, timeout);
        try {
            long start = System.nanoTime();
            ClientSession session = exchange(gateway, through, start + timeout.toNanos());
            Duration latency = Duration.ofNanos(System.nanoTime() - start);
            try {
                HostKeys.judge(session, gateway);
                return latency;
            } finally {
                takeLeave(session);
            }
        } finally {
            through.ifPresent(session -> session.close(true));
        }
    }

    /** With words for the log of the machine, whose administrator wonders who comes and does not sign in. */
    private static void takeLeave(ClientSession session) {
        try {
            session.disconnect(SshConstants.SSH2_DISCONNECT_BY_APPLICATION, "Gatehouse saw that this gateway answers");
        } catch (IOException gone) {
            session.close(true);
        }
    }

    /** Ends every wire. */
    public synchronized void stop() {
        modern.stop();
        if (legacy != null) {
            legacy.stop();
        }
    }

    /** Tries the gateways of a hop in their order. */
    private ClientSession pass(Hop hop, Optional<ClientSession> through, Duration timeout) {
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < hop.gateways().size(); i++) {
            Endpoint gateway = hop.gateways().get(i);
            try {
                ClientSession passed = signIn(gateway, through.filter(ClientSession::isOpen), timeout);
                hop.news().tried(i, Hop.Attempt.PASSED);
                return passed;
            } catch (ProblemException failure) {
                tell(hop, i, failure);
                failures.add("gateway " + gateway + ": " + failure.detail());
            }
        }
        through.ifPresent(session -> session.close(true));
        throw SshProblem.GATEWAYS_FAILED.problem(
                failures.isEmpty() ? "the zone has no gateway that may be used" : String.join("; ", failures));
    }

    /** That we cannot dial now says nothing of the gateway. */
    private static void tell(Hop hop, int gateway, ProblemException failure) {
        if (failure.kind() != Kind.UNAVAILABLE) {
            Hop.Outcome outcome = NOT_LET_IN.contains(failure.code()) ? Hop.Outcome.TURNED_AWAY : Hop.Outcome.FAILED;
            hop.news().tried(gateway, new Hop.Attempt(outcome, failure.detail()));
        }
    }

    /** The session closes what it went through when it ends. */
    private ClientSession signIn(Endpoint endpoint, Optional<ClientSession> through, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        ClientSession session = exchange(endpoint, through, deadline);
        try {
            HostKeys.judge(session, endpoint);
            Credentials.present(session, endpoint, Duration.ofNanos(remaining(deadline)));
            KeepAlive.watch(session, KeepAlive.INTERVAL);
        } catch (RuntimeException failure) {
            session.close(true);
            throw failure;
        }
        through.ifPresent(gateway -> session.addCloseFutureListener(closed -> gateway.close(true)));
        return session;
    }

    private ClientSession exchange(Endpoint endpoint, Optional<ClientSession> through, long deadline) {
        ClientSession session =
                through.isPresent() ? connectThrough(through.get(), endpoint, deadline) : connect(endpoint, deadline);
        try {
            awaitExchange(session, endpoint, deadline);
            return session;
        } catch (RuntimeException failure) {
            session.close(true);
            throw failure;
        }
    }

    private ClientSession connect(Endpoint endpoint, long deadline) {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            throw SshProblem.UNREACHABLE.problem(
                    "the name " + endpoint.host() + " is not known; check the asset's address");
        }
        try {
            return client(endpoint)
                    .connect(endpoint.user(), address)
                    .verify(Duration.ofNanos(remaining(deadline)))
                    .getSession();
        } catch (IOException failure) {
            throw DialFailures.connecting(endpoint, failure);
        }
    }

    /** The gateway resolves the name: it may be known only there. */
    private ClientSession connectThrough(ClientSession gateway, Endpoint endpoint, long deadline) {
        SessionFactory sessions = client(endpoint).getSessionFactory();
        InetSocketAddress address = InetSocketAddress.createUnresolved(endpoint.host(), endpoint.port());
        Through through = new Through();
        ForwardChannel channel = ForwardChannel.direct(endpoint.host(), endpoint.port(), through);
        ChannelTransport transport = new ChannelTransport(gateway.getIoSession(), address, sessions, channel);
        through.inner = transport;
        try {
            gateway.getService(ConnectionService.class).registerChannel(channel);
            channel.open().verify(Duration.ofNanos(remaining(deadline)));
            sessions.sessionCreated(transport);
            AbstractClientSession session = (AbstractClientSession) AbstractSession.getSession(transport);
            session.setUsername(endpoint.user());
            session.setConnectAddress(address);
            transport.ready();
            return session;
        } catch (Exception failure) {
            transport.close(true);
            throw SshProblem.REFUSED.problem(
                    "the gateway cannot connect to " + endpoint
                            + "; check address, port and what the gateway may forward",
                    failure);
        }
    }

    private static void awaitExchange(ClientSession session, Endpoint endpoint, long deadline) {
        Set<ClientSessionEvent> seen = session.waitFor(EXCHANGED, Duration.ofNanos(remaining(deadline)));
        if (seen.contains(ClientSessionEvent.CLOSED)) {
            throw DialFailures.exchanging(endpoint, session);
        }
        if (seen.contains(ClientSessionEvent.TIMEOUT)) {
            throw SshProblem.TIMEOUT.problem(
                    endpoint + " accepted the connection but does not talk SSH in time; is this the SSH port?");
        }
    }

    /** At least a millisecond: MINA takes zero for "forever". */
    private static long remaining(long deadline) {
        return Math.max(1_000_000L, deadline - System.nanoTime());
    }

    private synchronized SshClient client(Endpoint endpoint) {
        if (!HostSettings.from(endpoint.settings()).legacyAlgorithms()) {
            return modern;
        }
        if (legacy == null) {
            legacy = Clients.start(true);
        }
        return legacy;
    }

    /** The windows of the session inside bound what is under way; so bytes are done once they have been handed on. */
    private static final class Through implements TunnelFlow {
        private volatile ChannelTransport inner;

        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            inner.received(bytes, offset, length);
            done.complete();
        }

        @Override
        public void end() {
            inner.close(true);
        }

        @Override
        public void close() {
            inner.close(true);
        }
    }
}
