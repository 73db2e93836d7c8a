package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelDirectTcpip;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client says about the connections that it wants forwarded is in the log, and decided by. */
class TunnelWordsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SshClient client = SshClient.setUpDefaultClient();
    private TestingBastion bastion;
    private ClientSession alice;

    @BeforeEach
    void connect() throws Exception {
        bastion = new TestingBastion(TestingBastion.anyPort());
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.start();
        alice = client.connect("alice", "127.0.0.1", bastion.port)
                .verify(PATIENCE)
                .getSession();
        alice.addPasswordIdentity("right");
        alice.auth().verify(PATIENCE);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        bastion.close();
    }

    @Test
    void hostsAndOriginatorsThatNobodyCanWriteDownAreRefused() throws Exception {
        open("web.test", "127.0.0.1");
        assertRefused("web\0.test", "127.0.0.1");
        assertRefused("web.test", "127.0.0.1\0");
        assertRefused("web.test", "a\nb");
        assertRefused("x".repeat(251) + ".test", "127.0.0.1");
        assertRefused("web.test", "x".repeat(256));
        open("web.test", "");
    }

    private void assertRefused(String host, String originator) {
        assertThatThrownBy(() -> open(host, originator))
                .isInstanceOf(SshException.class)
                .hasMessageContaining("this is no host");
    }

    private void open(String host, String originator) throws IOException {
        try (ChannelDirectTcpip channel = alice.createDirectTcpipChannel(
                new SshdSocketAddress(originator, 4711), new SshdSocketAddress(host, 22))) {
            channel.open().verify(PATIENCE);
            assertThat(channel.isOpen()).isTrue();
        }
    }
}
