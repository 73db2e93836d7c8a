package gatehouse.connector.telnet.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.WindowSize;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NegotiationTest {
    private final Negotiation negotiation =
            new Negotiation(new Pty("xterm-256color", WindowSize.cells(255, 37), Map.of()));

    private void heard(int verb, int option) {
        negotiation.negotiation(verb, option);
    }

    private void replied(int... wanted) {
        byte[] bytes = new byte[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            bytes[i] = (byte) wanted[i];
        }
        assertThat(negotiation.takeReplies()).isEqualTo(bytes);
    }

    @Test
    void unknownOptionsAreRefusedOnBothSides() {
        heard(TelnetCode.WILL, 38);
        heard(TelnetCode.DO, 39);
        replied(255, 254, 38, 255, 252, 39);
    }

    @Test
    void windowSizeFollowsTheAgreementWith255Doubled() {
        heard(TelnetCode.DO, TelnetCode.WINDOW_SIZE);
        replied(255, 251, 31, 255, 250, 31, 0, 255, 255, 0, 37, 255, 240);
        negotiation.resize(WindowSize.cells(300, 50));
        replied(255, 250, 31, 1, 44, 0, 50, 255, 240);
    }

    @Test
    void sizeIsNotSentToAPeerThatDoesNotWantIt() {
        heard(TelnetCode.DONT, TelnetCode.WINDOW_SIZE);
        negotiation.resize(WindowSize.cells(100, 50));
        replied();
    }

    @Test
    void typeIsToldWhenAskedAfterTheAgreement() {
        byte[] send = {TelnetCode.TYPE_SEND};
        negotiation.subnegotiation(TelnetCode.TERMINAL_TYPE, send);
        replied();
        heard(TelnetCode.DO, TelnetCode.TERMINAL_TYPE);
        replied(255, 251, 24);
        negotiation.subnegotiation(TelnetCode.TERMINAL_TYPE, send);
        assertThat(new String(negotiation.takeReplies(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .isEqualTo("\u00ff\u00fa\u0018\u0000xterm-256color\u00ff\u00f0");
    }

    @Test
    void whatWeAskedForIsNotAnsweredAgain() {
        negotiation.begin();
        replied(255, 251, 31, 255, 251, 24, 255, 253, 3);
        heard(TelnetCode.DO, TelnetCode.TERMINAL_TYPE);
        heard(TelnetCode.WILL, TelnetCode.SUPPRESS_GO_AHEAD);
        heard(TelnetCode.DONT, TelnetCode.WINDOW_SIZE);
        replied();
    }

    @Test
    void echoIsThePeersAndNeverOurs() {
        heard(TelnetCode.DO, TelnetCode.ECHO);
        replied(255, 252, 1);
        assertThat(negotiation.peerEchoes()).isFalse();
        heard(TelnetCode.WILL, TelnetCode.ECHO);
        replied(255, 253, 1);
        assertThat(negotiation.peerEchoes()).isTrue();
        heard(TelnetCode.WONT, TelnetCode.ECHO);
        replied(255, 254, 1);
        assertThat(negotiation.peerEchoes()).isFalse();
    }

    /** RFC 1143: two sides that keep to it come to rest. */
    @Test
    void twoSidesNeverLoop() {
        Negotiation other = new Negotiation(new Pty("vt100", WindowSize.cells(80, 24), Map.of()));
        negotiation.begin();
        other.begin();
        int turns = 0;
        while (exchange(negotiation, other) + exchange(other, negotiation) > 0) {
            assertThat(++turns).isLessThan(5);
        }
    }

    @Test
    void whateverAPeerSaysItGetsAtMostOneAnswerToEachWord() {
        Random random = new Random(9);
        for (int round = 0; round < 20_000; round++) {
            heard(251 + random.nextInt(4), random.nextInt(40));
            assertThat(negotiation.takeReplies().length).isLessThanOrEqualTo(3 + 11);
        }
    }

    private static int exchange(Negotiation from, Negotiation to) {
        byte[] said = from.takeReplies();
        new TelnetParser(to).parse(said, 0, said.length);
        return said.length;
    }
}
