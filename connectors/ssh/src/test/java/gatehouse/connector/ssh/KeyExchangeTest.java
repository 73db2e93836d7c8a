package gatehouse.connector.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How keys are agreed upon, with a client of another make and with one that breaks the rules. */
class KeyExchangeTest {
    private static final int DISCONNECT = 1;
    private static final int IGNORE = 2;
    private static final int KEXINIT = 20;
    private static final int ECDH_INIT = 30;
    private static final int ECDH_REPLY = 31;

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

    @Test
    void onlyModernAlgorithmsAreOffered() throws Exception {
        String offer;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bastion.port)) {
            socket.getOutputStream().write("SSH-2.0-audit\r\n".getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder seen = new StringBuilder();
            byte[] piece = new byte[4_096];
            while (seen.indexOf("none") < 0) {
                seen.append(new String(piece, 0, in.read(piece), StandardCharsets.ISO_8859_1));
            }
            offer = seen.toString();
        }
        assertThat(offer)
                .startsWith("SSH-2.0-Gatehouse\r\n")
                .contains(
                        "mlkem768x25519-sha256,sntrup761x25519-sha512,sntrup761x25519-sha512@openssh.com,curve25519-sha256")
                .contains("kex-strict-s-v00@openssh.com")
                .contains("ssh-ed25519", "rsa-sha2-512", "aes128-gcm@openssh.com", "hmac-sha2-256-etm@openssh.com")
                .doesNotContain(
                        "diffie-hellman",
                        "ecdh",
                        "sha1",
                        "cbc",
                        "ctr",
                        "chacha20",
                        "ssh-dss",
                        "ssh-rsa",
                        "nistp",
                        "md5",
                        "hmac-sha2-256,");
    }

    /** JSch brings its own arithmetic for both halves; a wrong secret would end in a bad signature. */
    @Test
    void hybridMlKemExchangeAgreesWithAnotherImplementation() throws Exception {
        Session client = new JSch().getSession("alice", "127.0.0.1", bastion.port);
        client.setPassword("right".getBytes(StandardCharsets.UTF_8));
        client.setConfig("StrictHostKeyChecking", "no");
        client.setConfig("kex", "mlkem768x25519-sha256");
        client.connect(180_000);
        try {
            ChannelExec command = (ChannelExec) client.openChannel("exec");
            command.setCommand("echo agreed");
            var output = command.getInputStream();
            command.connect(180_000);
            assertThat(new String(output.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("agreed\n");
        } finally {
            client.disconnect();
        }
    }

    /** CVE-2023-48795: with strict key exchange nothing may come between the messages of the exchange. */
    @Test
    void messageSlippedIntoTheStrictExchangeEndsTheConnection() throws Exception {
        assertThat(isAnsweredAfterIgnore("curve25519-sha256,kex-strict-c-v00@openssh.com"))
                .isFalse();
    }

    @Test
    void clientThatDoesNotKnowStrictExchangeIsServed() throws Exception {
        assertThat(isAnsweredAfterIgnore("curve25519-sha256")).isTrue();
    }

    @Test
    void keysAreExchangedOnceBeforeTheSignInAndAgainAfterIt() throws Exception {
        try (SshClient client = SshClient.setUpDefaultClient()) {
            client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
            client.start();
            try (ClientSession stranger = connect(client)) {
                stranger.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.WAIT_AUTH), Duration.ofMinutes(3));
                var _ = stranger.reExchangeKeys();
                assertThat(stranger.waitFor(EnumSet.of(ClientSession.ClientSessionEvent.CLOSED), Duration.ofMinutes(3)))
                        .contains(ClientSession.ClientSessionEvent.CLOSED);
            }
            try (ClientSession alice = connect(client)) {
                alice.addPasswordIdentity("right");
                alice.auth().verify(Duration.ofMinutes(3));
                assertThat(alice.reExchangeKeys().verify(Duration.ofMinutes(3)).getException())
                        .isNull();
                assertThat(alice.executeRemoteCommand("echo again")).isEqualTo("again\n");
            }
        }
    }

    private static ClientSession connect(SshClient client) throws IOException {
        return client.connect("alice", "127.0.0.1", bastion.port)
                .verify(Duration.ofMinutes(3))
                .getSession();
    }

    private static boolean isAnsweredAfterIgnore(String exchanges) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bastion.port)) {
            socket.setSoTimeout(180_000);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("SSH-2.0-rules\r\n".getBytes(StandardCharsets.US_ASCII));
            send(out, kexInit(exchanges));
            send(out, message(IGNORE, new byte[] {'x'}));
            byte[] point = new byte[32];
            point[0] = 9;
            send(out, message(ECDH_INIT, point));
            return lastMessage(new DataInputStream(socket.getInputStream())) == ECDH_REPLY;
        } catch (EOFException | SocketException hungUp) {
            return false;
        }
    }

    private static int lastMessage(DataInputStream in) throws IOException {
        while (in.readByte() != '\n') {
            // the version
        }
        while (true) {
            byte[] packet = in.readNBytes(in.readInt());
            if (packet.length < 2) {
                throw new EOFException();
            }
            if (packet[1] == ECDH_REPLY || packet[1] == DISCONNECT) {
                return packet[1];
            }
        }
    }

    private static byte[] kexInit(String exchanges) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(KEXINIT);
        out.write(new byte[16]);
        for (String list : List.of(
                exchanges,
                "ssh-ed25519",
                "aes128-gcm@openssh.com",
                "aes128-gcm@openssh.com",
                "hmac-sha2-256-etm@openssh.com",
                "hmac-sha2-256-etm@openssh.com",
                "none",
                "none",
                "",
                "")) {
            out.writeInt(list.length());
            out.writeBytes(list);
        }
        out.write(new byte[5]);
        return bytes.toByteArray();
    }

    private static byte[] message(int number, byte[] text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(number);
        out.writeInt(text.length);
        out.write(text);
        return bytes.toByteArray();
    }

    /** A packet without encryption (RFC 4253 section 6). */
    private static void send(DataOutputStream out, byte[] payload) throws IOException {
        int padding = 8 - (payload.length + 5) % 8 + 4;
        padding += (8 - (5 + payload.length + padding) % 8) % 8;
        out.writeInt(1 + payload.length + padding);
        out.write(padding);
        out.write(payload);
        out.write(new byte[padding]);
        out.flush();
    }
}
