package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalContract;
import gatehouse.connector.spi.TrustCheck;
import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.spi.outbound.OutboundTarget;
import gatehouse.connector.spi.outbound.TerminalConnection;
import gatehouse.kernel.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole way, client to server to client to a real OpenSSH server, keeps what one leg keeps. */
class SshRelayTest extends TerminalContract {
    private static TestingSshd sshd;
    private static TestingBastion bastion;

    @BeforeAll
    static void start() throws Exception {
        sshd = new TestingSshd();
        bastion = new TestingBastion(TestingBastion.anyPort());
        bastion.target = () -> target(sshd.port, "deploy", "deploy-secret");
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    @Override
    protected TerminalConnection connect() {
        return bastion.connector.connect(target(bastion.port, "alice", "right"));
    }

    @Override
    protected long window() {
        return 2L * 1024 * 1024;
    }

    /** Through a relay the request is granted before the target is asked; the refusal comes as the session's end. */
    @Override
    protected void unknownSubsystemIsRefusedWithAReason() {
        // told by SshServerTest.failedOpeningSaysWhyAndExitsWith255
    }

    private static OutboundTarget target(int port, String user, String secret) {
        TrustCheck trusting = (host, at, type, fingerprint, key) -> new TrustCheck.Verdict.Trusted();
        Credential password = new Credential.Password(Secret.ofString(secret));
        return OutboundTarget.direct(
                new Endpoint("127.0.0.1", port, user, List.of(password), trusting, Map.of()), Duration.ofMinutes(3));
    }
}
