package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.ClientWire;
import gatehouse.connector.ssh.wire.KeepAlive;
import gatehouse.connector.ssh.wire.SshAlgorithms;
import gatehouse.connector.ssh.wire.WireSettings;
import gatehouse.kernel.ProblemException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSession.ClientSessionEvent;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Dials targets: connect, key exchange, trust, credentials, in this order. MINA would ask for trust on the I/O thread; here the key
 * exchange takes any key, which is judged on the calling thread before anything secret is sent.
 */
public final class Dialler {
    private static final Set<ClientSessionEvent> EXCHANGED =
            EnumSet.of(ClientSessionEvent.WAIT_AUTH, ClientSessionEvent.CLOSED);

    private final SshClient modern = client(false);
    private SshClient legacy;

    /** Signs in at the target. Blocks up to its timeout. */
    public ClientSession dial(OutboundTarget target) {
        if (!target.hops().isEmpty()) {
            throw SshProblem.GATEWAYS_FAILED.problem("this way leads through gateways, which are not supported yet");
        }
        return signIn(
                target.endpoint(),
                new InetSocketAddress(
                        target.endpoint().host(), target.endpoint().port()),
                target.timeout());
    }

    /** Ends every wire. */
    public synchronized void stop() {
        modern.stop();
        if (legacy != null) {
            legacy.stop();
        }
    }

    private ClientSession signIn(Endpoint endpoint, InetSocketAddress address, Duration timeout) {
        long deadline = System.nanoTime() + timeout.toNanos();
        if (address.isUnresolved()) {
            throw SshProblem.UNREACHABLE.problem(
                    "the name " + endpoint.host() + " is not known; check the asset's address");
        }
        ClientSession session = connect(endpoint, address, deadline);
        try {
            awaitExchange(session, endpoint, deadline);
            HostKeys.judge(session, endpoint);
            Credentials.present(session, endpoint, Duration.ofNanos(remaining(deadline)));
            KeepAlive.watch(session, KeepAlive.INTERVAL);
            return session;
        } catch (ProblemException failure) {
            session.close(true);
            throw failure;
        }
    }

    private ClientSession connect(Endpoint endpoint, InetSocketAddress address, long deadline) {
        SshClient client = endpoint.legacyAlgorithms() ? legacyClient() : modern;
        try {
            return client.connect(endpoint.user(), address)
                    .verify(Duration.ofNanos(remaining(deadline)))
                    .getSession();
        } catch (IOException failure) {
            throw DialFailures.connecting(endpoint, failure);
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

    private synchronized SshClient legacyClient() {
        if (legacy == null) {
            legacy = client(true);
        }
        return legacy;
    }

    private static SshClient client(boolean legacy) {
        SshClient client = SshClient.setUpDefaultClient();
        WireSettings.apply(client);
        SshAlgorithms.client(client, legacy);
        CoreModuleProperties.CLIENT_IDENTIFICATION.set(client, "Gatehouse");
        CoreModuleProperties.PASSWORD_PROMPTS.set(client, 1);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setPasswordIdentityProvider(null);
        client.setServerKeyVerifier(HostKeys::remember);
        client.setUserAuthFactories(List.of(
                UserAuthPublicKeyFactory.INSTANCE,
                UserAuthPasswordFactory.INSTANCE,
                UserAuthKeyboardInteractiveFactory.INSTANCE));
        client.addSessionListener(DialFailures.RECORDER);
        client.setSessionFactory(new SessionFactory(client) {
            @Override
            protected ClientSessionImpl doCreateSession(IoSession io) throws Exception {
                return new ClientWire(getClient(), io);
            }
        });
        client.start();
        return client;
    }
}
