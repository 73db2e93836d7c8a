package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.entity.SessionId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TerminalFrameTest {
    private static final SessionId SESSION = SessionId.next();
    private static final List<String> WHOLE = List.of(
            "{\"type\":\"open\",\"token\":\"value\",\"tab\":\"secret\",\"columns\":100,\"rows\":30}",
            "{\"type\":\"resume\",\"session\":\"" + SESSION + "\",\"tab\":\"secret\",\"received\":7}",
            "{\"type\":\"resize\",\"columns\":100,\"rows\":30}",
            "{\"type\":\"ack\",\"received\":7}",
            "{\"type\":\"close\"}");

    @Test
    void framesAreRead() {
        assertThat(TerminalFrame.parse(WHOLE.get(0))).isInstanceOfSatisfying(TerminalFrame.Open.class, open -> {
            assertThat(open.token().asString()).isEqualTo("value");
            assertThat(open.tab()).isEqualTo("secret");
            assertThat(open.size()).isEqualTo(WindowSize.cells(100, 30));
        });
        assertThat(TerminalFrame.parse(WHOLE.get(1)))
                .isEqualTo(new TerminalFrame.Resume(SESSION, "secret", 7, WindowSize.cells(80, 24)));
        assertThat(TerminalFrame.parse(WHOLE.get(2))).isEqualTo(new TerminalFrame.Resize(WindowSize.cells(100, 30)));
        assertThat(TerminalFrame.parse(WHOLE.get(3))).isEqualTo(new TerminalFrame.Acknowledge(7));
        assertThat(TerminalFrame.parse(WHOLE.get(4))).isEqualTo(new TerminalFrame.Close());
    }

    @Test
    void sizesAreBounded() {
        assertThat(TerminalFrame.parse("{\"type\":\"resize\",\"columns\":-1,\"rows\":2000000000}"))
                .isEqualTo(new TerminalFrame.Resize(WindowSize.cells(1, 4096)));
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsNamed() {
        refuses("{}", "type");
        refuses("{\"type\":1}", "type");
        refuses("{\"type\":\"open\",\"tab\":\"t\"}", "token");
        refuses("{\"type\":\"open\",\"token\":\"t\",\"tab\":null}", "tab");
        refuses("{\"type\":\"resume\",\"session\":\"" + SESSION + "\",\"tab\":\"t\"}", "received");
        refuses("{\"type\":\"ack\",\"received\":\"7\"}", "received");
        refuses("{\"type\":\"shutdown\"}", "not a control frame");
        refuses("[]", "not a control frame");
        refuses("", "not a control frame");
    }

    private static void refuses(String text, String why) {
        assertThatThrownBy(() -> TerminalFrame.parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(why);
    }

    /** Whatever comes is a frame or a problem. */
    @Test
    void brokenFramesAreRefusedWithAProblem() {
        Random random = new Random(20);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder(WHOLE.get(random.nextInt(WHOLE.size())));
            for (int change = random.nextInt(1, 4); change > 0; change--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, (char) random.nextInt(0x100));
                    default -> text.insert(at, "{}[]\",:0e.-n".charAt(random.nextInt(12)));
                }
            }
            parsedOrRefused(text.toString());
        }
    }

    private static void parsedOrRefused(String text) {
        try {
            assertThat(TerminalFrame.parse(text)).isNotNull();
        } catch (ProblemException expected) {
            assertThat(expected.detail()).isNotEmpty();
        }
    }
}
