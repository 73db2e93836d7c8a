package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EchoTrackerTest {
    private final Observed observed = new Observed();
    private final ShellObserver observer =
            new ShellObserver(WindowSize.cells(40, 10), observed, Runnable::run, Clock.systemUTC());

    private EchoTrackerTest screen(String output) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        observer.output(bytes, 0, bytes.length);
        return this;
    }

    private EchoTrackerTest type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        observer.input(bytes, 0, bytes.length);
        return this;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password: ",
                "[sudo] password for bob: ",
                "密码:",
                "Enter passphrase for key '/x': ",
                "Verification code: "
            })
    void passwordPromptsHideEvenWhatIsEchoed(String prompt) {
        screen(prompt).type("a").screen("a").type("b").screen("*").type("\r").screen("\r\n");
        assertThat(observed.typed()).doesNotContain("b");
        observer.close();
        assertThat(observed.hidden()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void outputThatHappensToHoldTheTypedLetterIsNoEcho() {
        screen("token for you ")
                .type("sec")
                .screen("\r\n[1]+ Done  secure\r\ns\r\n")
                .type("\r")
                .screen("\r\n");
        observer.close();
        assertThat(observed.typed()).isEqualTo("\r");
        assertThat(observed.hidden()).isEqualTo(3);
    }

    @Test
    void redrawnLinesAreEchoes() {
        screen("$ ")
                .type("l")
                .screen("l")
                .type("s")
                .screen("\b\033[32ml\033[32ms\033[0m")
                .type("\r")
                .screen("\r\n");
        assertThat(observed.typed()).isEqualTo("ls\r");
    }

    @Test
    void insertionInTheMiddleIsAnEcho() {
        screen("$ ")
                .type("ac")
                .screen("ac")
                .type("\033[D")
                .screen("\b")
                .type("b")
                .screen("bc\b")
                .type("\r")
                .screen("\r\n");
        assertThat(observed.typed()).isEqualTo("ac\033[Db\r");
        assertThat(observed.hidden()).isZero();
    }

    @Test
    void answersOfTheTerminalAreNeverRecorded() {
        type("\033]52;c;c2VjcmV0\007\033[A");
        observer.close();
        assertThat(observed.typed()).isEqualTo("\033[A");
        assertThat(observed.hidden()).isEqualTo(16);
    }

    @Test
    void everyTypedByteIsAccountedForOnce() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            Observed told = new Observed();
            ShellObserver any = new ShellObserver(WindowSize.cells(20, 5), told, Runnable::run, Clock.systemUTC());
            int typed = 0;
            for (int i = 0; i < 50; i++) {
                byte[] bytes = new byte[random.nextInt(12)];
                random.nextBytes(bytes);
                typed += bytes.length;
                any.input(bytes.clone(), 0, bytes.length);
                any.output(bytes, 0, bytes.length);
            }
            byte[] end = {'\033', '\\', ' '};
            any.input(end, 0, 3);
            any.close();
            assertThat(told.typedBytes() + told.hidden()).isEqualTo(typed + 3);
        }
    }
}
