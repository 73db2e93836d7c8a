package gatehouse.connector.spi.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TranscriptTest {
    private final Transcript transcript = new Transcript(StandardCharsets.UTF_8);

    private void print(String text) {
        add(transcript, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Transcript to, byte[] bytes) {
        to.add(bytes, 0, bytes.length);
    }

    private static Optional<String> ending(String text, String wanted) {
        return text.endsWith(wanted) ? Optional.of(wanted) : Optional.empty();
    }

    private static long inSeconds(int seconds) {
        return System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    }

    @Test
    void escapeSequencesAreLeftOut() {
        print("\u001b[?2004h\u001b]0;deploy@web: ~\u0007\u001b[01;32mdeploy@web\u001b[00m:~$ \u001b(B\u001b[K");
        assertThat(transcript.text()).isEqualTo("deploy@web:~$ ");
    }

    @Test
    void sequenceAndCharacterThatAreCutInTwoAreOne() {
        byte[] bytes = "用户名\u001b[31m：".getBytes(StandardCharsets.UTF_8);
        for (byte b : bytes) {
            add(transcript, new byte[] {b});
        }
        assertThat(transcript.text()).isEqualTo("用户名：");
    }

    @Test
    void otherCharsetsAreRead() {
        Charset gbk = Charset.forName("GBK");
        Transcript device = new Transcript(gbk);
        for (byte b : "密码：".getBytes(gbk)) {
            add(device, new byte[] {b});
        }
        assertThat(device.text()).isEqualTo("密码：");
    }

    @Test
    void onlyTheLastPartIsKept() {
        for (int i = 0; i < 1000; i++) {
            print("0123456789");
        }
        assertThat(transcript.text()).hasSize(Transcript.KEPT).endsWith("0123456789");
    }

    @Test
    void waitingEndsWithWhatIsWaitedFor() throws Exception {
        Thread.ofVirtual().start(() -> print("login: "));
        assertThat(transcript.await(text -> ending(text, "login: "), inSeconds(60)))
                .contains("login: ");
    }

    @Test
    void waitingEndsWithTheTarget() throws Exception {
        Thread.ofVirtual().start(transcript::end);
        assertThat(transcript.await(text -> ending(text, "login: "), inSeconds(60)))
                .isEmpty();
        assertThat(transcript.hasEnded()).isTrue();
    }

    @Test
    void waitingEndsWithItsTime() throws Exception {
        assertThat(transcript.await(text -> ending(text, "login: "), System.nanoTime()))
                .isEmpty();
        assertThat(transcript.hasEnded()).isFalse();
    }

    @Test
    void turnForgetsAndLastWordsSkipEmptyLines() {
        print("old\n");
        transcript.turn();
        print("Login incorrect\r\n\r\n");
        assertThat(transcript.text()).startsWith("Login");
        assertThat(transcript.lastWords()).isEqualTo("Login incorrect");
    }

    @Test
    void anythingCanBeAddedInAnyPieces() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            Transcript whole = new Transcript(StandardCharsets.UTF_8);
            add(whole, bytes);
            Transcript pieces = new Transcript(StandardCharsets.UTF_8);
            for (byte b : bytes) {
                add(pieces, new byte[] {b});
            }
            assertThat(pieces.text()).isEqualTo(whole.text());
            assertThat(whole.text().chars()).noneMatch(c -> c == 0x1b || c == 0);
        }
    }
}
