package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.EnumSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.client.session.ClientSessionImpl;
import org.apache.sshd.client.session.SessionFactory;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.kex.KexState;
import org.apache.sshd.common.util.buffer.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No window bounds what is answered: whoever asks and does not read is sent away before the memory is full. */
class UnreadAnswersTest {
    /** Their answers are many times what the sockets between take. */
    private static final int MANY = 1_000_000;

    private static final int UNKNOWN_MESSAGE = 192;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final CompletableFuture<Void> keysExchanged = new CompletableFuture<>();
    private TestingBastion bastion;
    private boolean signsIn;

    /** Signs in only when it is told to. */
    private final class Stranger extends ClientSessionImpl {
        Stranger(SshClient client, IoSession io) throws Exception {
            super(client, io);
        }

        @Override
        protected void sendInitialServiceRequest() {}

        @Override
        protected void handleNewKeys(int command, Buffer buffer) throws Exception {
            super.handleNewKeys(command, buffer);
            keysExchanged.complete(null);
        }

        /** At once: MINA may still hold back what others write behind the key exchange. */
        @Override
        public IoWriteFuture writePacket(Buffer packet) throws IOException {
            return getKexState() == KexState.DONE ? doWritePacket(packet) : super.writePacket(packet);
        }
    }

    @BeforeEach
    void start() throws Exception {
        SshActivationSpec patient = TestingBastion.anyPort();
        patient.setLoginGraceSeconds(3600); // not that this ends them
        bastion = new TestingBastion(patient);
        client.setServerKeyVerifier((session, address, key) -> true);
        client.setSessionFactory(new SessionFactory(client) {
            @Override
            protected ClientSessionImpl doCreateSession(IoSession io) throws Exception {
                return signsIn ? super.doCreateSession(io) : new Stranger(client, io);
            }
        });
        client.start();
    }

    @AfterEach
    void stop() throws Exception {
        client.close(true);
        bastion.close();
    }

    private ClientSession connect(String user) throws IOException {
        return client.connect(user, "127.0.0.1", bastion.port)
                .verify(180, TimeUnit.SECONDS)
                .getSession();
    }

    private Stranger stranger() throws Exception {
        Stranger stranger = (Stranger) connect("nobody");
        keysExchanged.get(180, TimeUnit.SECONDS);
        return stranger;
    }

    private ClientSession alice() throws IOException {
        signsIn = true;
        ClientSession session = connect("alice");
        session.addPasswordIdentity("right");
        session.auth().verify(180, TimeUnit.SECONDS);
        return session;
    }

    @Test
    void aStrangerWhoFloodsUnknownMessagesIsSentAway() throws Exception {
        Stranger stranger = stranger();
        stranger.getIoSession().suspendRead();
        endsUnderAFlood(stranger, () -> stranger.writePacket(stranger.createBuffer((byte) UNKNOWN_MESSAGE)));
    }

    @Test
    void whoIsSignedInAndFloodsRequestsIsSentAway() throws Exception {
        ClientSession alice = alice();
        alice.getIoSession().suspendRead();
        endsUnderAFlood(alice, () -> alice.writePacket(keepAlive(alice)));
    }

    private static Buffer keepAlive(ClientSession session) {
        Buffer request = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
        request.putString("keepalive@openssh.com");
        request.putBoolean(true);
        return request;
    }

    /** Each time would forget how often the sign-in failed. */
    @Test
    void aServiceIsAskedForOnce() throws Exception {
        Stranger stranger = stranger();
        stranger.writePacket(serviceRequest(stranger));
        assertThat(stranger.isOpen()).isTrue();
        stranger.writePacket(serviceRequest(stranger));
        assertEnded(stranger);
    }

    private static Buffer serviceRequest(ClientSession session) {
        Buffer request = session.createBuffer(SshConstants.SSH_MSG_SERVICE_REQUEST);
        request.putString("ssh-userauth");
        return request;
    }

    private interface Ask {
        IoWriteFuture ask() throws IOException;
    }

    /** What it writes fails, and its session knows that it has ended. */
    private static void endsUnderAFlood(ClientSession session, Ask ask) throws IOException {
        for (int i = 0; i < MANY && session.isOpen(); i++) {
            ask.ask().await(180, TimeUnit.SECONDS);
        }
        assertEnded(session);
    }

    private static void assertEnded(ClientSession session) {
        assertThat(session.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), TimeUnit.SECONDS.toMillis(180)))
                .contains(ClientSession.ClientSessionEvent.CLOSED);
    }
}
