package gatehouse.connector.ssh.inbound;

import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.ssh.wire.ChannelTransport;
import gatehouse.connector.ssh.wire.ServerWire;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.sshd.certificate.OpenSshCertificateBuilder;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.NamedFactory;
import org.apache.sshd.common.config.keys.OpenSshCertificate;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.signature.Signature;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.server.session.ServerSessionImpl;
import org.apache.sshd.server.session.SessionFactory;

/**
 * The server inside a forwarded connection, for {@code ssh -J gatehouse account@asset}. It stands for the asset: its host key
 * carries a certificate for the name that the client asked for, signed by one authority for all assets, so that clients need a
 * single {@code @cert-authority} line (PROTOCOL.certkeys of OpenSSH). Who it is is known from the connection outside.
 */
final class InnerServer extends SessionFactory {
    static final AttributeKey<TunnelAnswer.InnerLogin> LOGIN = new AttributeKey<>();

    private static final Duration VALID = Duration.ofHours(24);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(10);

    /** @param host what the certificate names */
    private record Wanted(String host, TunnelAnswer.InnerLogin login) {}

    private final KeyPair hostKey;
    private final KeyPair authority;

    InnerServer(SshServer server, KeyPair hostKey, KeyPair authority) {
        super(server);
        this.hostKey = hostKey;
        this.authority = authority;
    }

    ChannelTransport transport(ServerSession outer, ChannelTransport.Carrier carrier) {
        return new ChannelTransport(outer.getIoSession(), outer.getClientAddress(), this, carrier);
    }

    void start(ChannelTransport transport, String host, TunnelAnswer.InnerLogin login) throws Exception {
        transport.setAttribute(Wanted.class, new Wanted(host, login));
        sessionCreated(transport);
        transport.ready();
    }

    @Override
    protected ServerSessionImpl doCreateSession(IoSession io) throws Exception {
        Wanted wanted = (Wanted) io.getAttribute(Wanted.class);
        OpenSshCertificate certificate = certificate(wanted.host());
        ServerWire session = new ServerWire(getServer(), io);
        session.setAttribute(LOGIN, wanted.login());
        session.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        session.setHostKeyCertificateProvider(any -> List.of(certificate));
        List<NamedFactory<Signature>> signatures = new ArrayList<>(getServer().getSignatureFactories());
        signatures.addFirst(BuiltinSignatures.ed25519_cert);
        session.setSignatureFactories(signatures);
        session.setServerProxyAcceptor((inner, bytes) -> true);
        return session;
    }

    private OpenSshCertificate certificate(String host) throws Exception {
        Instant now = Instant.now();
        return OpenSshCertificateBuilder.hostCertificate()
                .publicKey(hostKey.getPublic())
                .id("gatehouse inner server")
                .serial(now.toEpochMilli())
                .principals(List.of(host, host.toLowerCase(Locale.ROOT)).stream()
                        .distinct()
                        .toList())
                .validAfter(now.minus(CLOCKS_DIFFER_BY))
                .validBefore(now.plus(VALID))
                .sign(authority);
    }
}
