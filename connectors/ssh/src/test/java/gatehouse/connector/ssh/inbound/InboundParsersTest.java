package gatehouse.connector.ssh.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.junit.jupiter.api.Test;

/** What comes from outside is parsed or refused, never anything else. */
class InboundParsersTest {
    private static final int ROUNDS = 20_000;

    @Test
    void proxyLineOfVersion1IsRead() {
        ProxyHeader header =
                parse("PROXY TCP6 2001:db8::7 ::1 51000 22\r\nSSH-2.0-x\r\n").orElseThrow();
        assertThat(header.source().orElseThrow().getAddress().getHostAddress()).isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(header.length()).isEqualTo(37);
        assertThat(parse("PROXY UNKNOWN\r\n").orElseThrow().source()).isEmpty();
    }

    @Test
    void proxyHeaderOfVersion2IsRead() {
        ByteBuffer bytes = ByteBuffer.allocate(28);
        bytes.put(new byte[] {13, 10, 13, 10, 0, 13, 10, 'Q', 'U', 'I', 'T', 10, 0x21, 0x11, 0, 12});
        bytes.put(new byte[] {(byte) 203, 0, 113, 9, 127, 0, 0, 1})
                .putShort((short) 4711)
                .putShort((short) 22);
        ProxyHeader header = ProxyHeader.parse(bytes.array()).orElseThrow();
        assertThat(header.source().orElseThrow()).hasToString("/203.0.113.9:4711");
        assertThat(header.length()).isEqualTo(28);
        for (int length = 0; length < 28; length++) {
            assertThat(ProxyHeader.parse(Arrays.copyOf(bytes.array(), length))).isEmpty();
        }
    }

    @Test
    void whatIsNoProxyHeaderIsRefused() {
        for (String text : new String[] {
            "SSH-2.0-x\r\n",
            "PROXY TCP4 example.com ::1 1 2\r\n",
            "PROXY TCP4 1.2.3.4\r\n",
            "PROXY X\r\n",
            "PROXY TCP4 1.2.3.4 1.2.3.4 99999999 1\r\n",
            "PROXY " + "x".repeat(200)
        }) {
            assertThatThrownBy(() -> parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void anyBytesAsProxyHeaderAreParsedOrRefused() {
        byte[] start = "PROXY TCP4 1.2.3.4 1.2.3.4 5 6\r\n".getBytes(StandardCharsets.US_ASCII);
        fuzz(start, bytes -> {
            Optional<ProxyHeader> header = ProxyHeader.parse(bytes);
            header.ifPresent(read -> assertThat(read.length()).isBetween(1, bytes.length));
        });
    }

    @Test
    void anyBytesAsSignInMessageAreParsedOrRefused() {
        ByteArrayBuffer key = new ByteArrayBuffer();
        key.putBoolean(true);
        key.putString("ssh-ed25519");
        key.putBytes(new byte[51]);
        key.putBytes(new byte[83]);
        fuzz(key.getCompactData(), bytes -> SignInMessage.request("publickey", new ByteArrayBuffer(bytes)));
        ByteArrayBuffer password = new ByteArrayBuffer();
        password.putBoolean(false);
        password.putString("hunter2");
        fuzz(password.getCompactData(), bytes -> SignInMessage.request("password", new ByteArrayBuffer(bytes)));
        ByteArrayBuffer answers = new ByteArrayBuffer();
        answers.putInt(2);
        answers.putString("one");
        answers.putString("two");
        fuzz(answers.getCompactData(), bytes -> SignInMessage.answers(new ByteArrayBuffer(bytes)));
    }

    @Test
    void anyBytesAsTerminalRequestAreParsedOrRefused() {
        ByteArrayBuffer pty = new ByteArrayBuffer();
        pty.putString("xterm");
        pty.putInt(80);
        pty.putInt(24);
        pty.putInt(0);
        pty.putInt(0);
        pty.putBytes(new byte[] {53, 0, 0, 0, 1, 0});
        fuzz(pty.getCompactData(), bytes -> ChannelRequests.pty(new ByteArrayBuffer(bytes)));
    }

    @Test
    void variablesThatChangeHowProgramsLoadDoNotPass() {
        assertThat(ChannelRequests.isAllowedVariable("LC_ALL", "C")).isTrue();
        assertThat(ChannelRequests.isAllowedVariable("LANG", "a\0b")).isFalse();
        for (String name : new String[] {"LD_PRELOAD", "PATH", "BASH_ENV", "LC_", "LC_A=B", "lc_all", "LC_x", ""}) {
            assertThat(ChannelRequests.isAllowedVariable(name, "x")).as(name).isFalse();
        }
    }

    private static Optional<ProxyHeader> parse(String text) {
        return ProxyHeader.parse(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Cuts and flips a valid message: the parser returns, or throws something a session survives. */
    private static void fuzz(byte[] valid, Consumer<byte[]> parser) {
        Random random = new Random(17);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = Arrays.copyOf(valid, random.nextInt(valid.length + 8));
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                parser.accept(bytes);
            } catch (RuntimeException refused) {
                assertThat(refused).isNotInstanceOfAny(NullPointerException.class, ClassCastException.class);
            }
        }
    }
}
