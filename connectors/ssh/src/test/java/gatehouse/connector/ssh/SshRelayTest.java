package gatehouse.connector.ssh;

import gatehouse.connector.spi.TerminalContract;
import gatehouse.connector.spi.outbound.TerminalConnection;
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
        bastion.target = sshd::target;
    }

    @AfterAll
    static void stop() throws Exception {
        bastion.close();
        sshd.close();
    }

    @Override
    protected TerminalConnection connect() {
        return bastion.connector.connect(TestingTarget.byPassword(bastion.port, "alice", "right"));
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
}
