package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.inbound.InboundListener;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.inbound.InboundSignIn;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.ssh.SshActivationSpec;
import gatehouse.connector.ssh.SshDescriptor;
import gatehouse.connector.ssh.SshLog;
import gatehouse.connector.ssh.wire.ChannelLimit;
import gatehouse.connector.ssh.wire.KeepAlive;
import gatehouse.connector.ssh.wire.SshAlgorithms;
import gatehouse.connector.ssh.wire.WireSettings;
import gatehouse.kernel.Admission;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.Service;
import org.apache.sshd.common.ServiceFactory;
import org.apache.sshd.common.global.KeepAliveHandler;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthNoneFactory;
import org.apache.sshd.server.global.NoMoreSessionsHandler;
import org.apache.sshd.server.session.ServerConnectionServiceFactory;
import org.apache.sshd.server.session.ServerSession;

/** One listening SSH server. Everything it starts ends with {@link #stop}. */
public final class InboundServer {
    private static final int MORE_CHANNELS_THAN_THERE_MAY_BE =
            2 * (ChannelLimit.SESSIONS.most() + ChannelLimit.FORWARDED.most());
    private static final AtomicLong CONNECTIONS = new AtomicLong();

    private final SshServer server;
    private final InboundListener listener;
    private final SshActivationSpec spec;
    private final Executor work;

    /** @param work runs what may wait, one short-lived thread for each piece */
    public InboundServer(InboundListener listener, SshActivationSpec spec, Executor work) {
        this.listener = listener;
        this.spec = spec;
        this.work = work;
        this.server = SshServer.setUpDefaultServer();
    }

    /**
     * Asks the listener for the host keys, which may wait, then listens.
     *
     * @return the port listened on
     */
    public int start() throws IOException, GeneralSecurityException {
        WireSettings.apply(server);
        SshAlgorithms.server(server, spec.getOfferChacha20());
        CoreModuleProperties.SERVER_IDENTIFICATION.set(server, "Gatehouse");
        CoreModuleProperties.AUTH_TIMEOUT.set(server, Duration.ofSeconds(spec.getLoginGraceSeconds()));
        CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(server, MORE_CHANNELS_THAN_THERE_MAY_BE);
        CoreModuleProperties.SOCKET_BACKLOG.set(server, spec.getMostUnauthenticated());
        server.setHost(spec.getBindAddress());
        server.setPort(spec.getPort());
        SshServerKeys keys = SshServerKeys.load(listener);
        server.setKeyPairProvider(KeyPairProvider.wrap(keys.ed25519(), keys.rsa()));
        server.setChannelFactories(
                SshServerChannels.all(new InnerServer(server, keys.ed25519(), keys.authority()), work));
        server.setGlobalRequestHandlers(
                List.of(new ListenRequests(work), KeepAliveHandler.INSTANCE, NoMoreSessionsHandler.INSTANCE));
        server.setUserAuthFactories(
                List.of(UserAuthNoneFactory.INSTANCE)); // MINA insists on one; SignInProtocol is asked
        server.setServiceFactories(List.of(new SignInFactory(), ServerConnectionServiceFactory.INSTANCE));
        TrustedProxies proxies = new TrustedProxies(spec.getProxyProtocolFrom());
        server.setServerProxyAcceptor(proxies);
        server.setSessionFactory(new ServerSessions(
                server,
                new Admission(
                        spec.getMostUnauthenticated(),
                        spec.getMostUnauthenticatedPerAddress(),
                        (network, waiting) -> SshLog.LOG.tooManyWaiting(network.name(), waiting)),
                proxies));
        server.addSessionListener(new SessionListener() {
            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    KeepAlive.watch(session, KeepAlive.INTERVAL);
                }
            }
        });
        try {
            server.start();
        } catch (IOException | RuntimeException failure) {
            // not started yet for MINA, but its threads are
            server.close(true);
            throw failure;
        }
        return server.getPort();
    }

    /** Ends every connection at once. */
    public void stop() throws IOException {
        server.stop(true);
    }

    private InboundSignIn signIn(ServerSession session, String loginName) {
        SocketAddress client = session.getClientAddress();
        int port = client instanceof InetSocketAddress inet ? inet.getPort() : 0;
        String id = "ssh-"
                + HexFormat.of().toHexDigits(CONNECTIONS.incrementAndGet()).substring(8);
        return listener.signIn(
                new InboundOrigin(
                        SshDescriptor.NAME,
                        ServerSessions.textual(client),
                        port,
                        id,
                        session.getClientVersion() == null ? "" : session.getClientVersion()),
                loginName);
    }

    private final class SignInFactory implements ServiceFactory {
        @Override
        public String getName() {
            return SignInProtocol.NAME;
        }

        @Override
        public Service create(Session session) {
            ServerSession serverSession = (ServerSession) session;
            TunnelAnswer.InnerLogin known = session.getAttribute(InnerServer.LOGIN);
            return new SignInProtocol(
                    serverSession,
                    name -> known == null ? signIn(serverSession, name) : new InnerSignIn(known, name),
                    spec.getMostAuthenticationFailures(),
                    work);
        }
    }
}
