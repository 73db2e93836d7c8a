package gatehouse.session.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.screen.RandomOutput;
import gatehouse.session.control.screen.ScreenModel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CommandFuzzTest {
    private static final String PROMPT = "me@box:~$ ";

    private static ShellObserver observer(Observed observed) {
        return new ShellObserver(new ScreenModel(WindowSize.cells(60, 12)), observed, Runnable::run, Clock.systemUTC());
    }

    @Test
    void rubbishIsHarmlessAndTheNextCommandIsFound() {
        Random random = new Random(23);
        for (int round = 0; round < 200; round++) {
            Observed observed = new Observed();
            ShellObserver observer = observer(observed);
            for (int i = 0; i < 20; i++) {
                byte[] output = RandomOutput.bytes(random, 30);
                byte[] input = RandomOutput.bytes(random, 3);
                observer.shown(output, 0, output.length);
                observer.input(input, 0, input.length, "me");
                observer.resized(WindowSize.cells(2 + random.nextInt(90), 1 + random.nextInt(30)));
            }
            observer.resized(WindowSize.cells(60, 12));
            say(observer, "\030\033[?1049l\033c\033(B" + PROMPT);
            press(observer, "\003");
            say(observer, "^C\r\n" + PROMPT);
            press(observer, "uptime");
            say(observer, "uptime");
            press(observer, "\r");
            say(observer, "\r\nup\r\n" + PROMPT);
            assertThat(observed.texts()).last().isEqualTo("uptime");
        }
    }

    private static void say(ShellObserver observer, String output) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        observer.shown(bytes, 0, bytes.length);
    }

    private static void press(ShellObserver observer, String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        observer.input(bytes, 0, bytes.length, "me");
    }

    @Test
    void commandsDoNotDependOnHowOutputIsCut() {
        Random random = new Random(29);
        for (int round = 0; round < 100; round++) {
            Observed whole = new Observed();
            Observed cut = new Observed();
            play(observer(whole), new Random(round), null);
            play(observer(cut), new Random(round), random);
            assertThat(cut.texts()).isEqualTo(whole.texts()).hasSize(5);
            assertThat(cut.commands()).isEqualTo(whole.commands());
        }
    }

    private static void play(ShellObserver observer, Random script, Random scissors) {
        cut(observer, PROMPT, scissors);
        for (int i = 0; i < 5; i++) {
            String command = "run " + Long.toString(script.nextLong(), 36) + " 服务".repeat(script.nextInt(12));
            press(observer, command);
            cut(observer, command, scissors);
            press(observer, "\r");
            cut(observer, "\r\nout" + script.nextInt() + "\033[31m red\033[0m\r\n" + PROMPT, scissors);
        }
        observer.close();
    }

    private static void cut(ShellObserver observer, String output, Random scissors) {
        byte[] bytes = output.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < bytes.length; ) {
            int length = scissors == null ? bytes.length : Math.min(bytes.length - at, 1 + scissors.nextInt(7));
            observer.shown(bytes, at, length);
            at += length;
        }
    }

    @Test
    void backlogOfAFloodIsBounded() {
        AtomicReference<Runnable> later = new AtomicReference<>();
        Observed observed = new Observed();
        ShellObserver observer =
                new ShellObserver(new ScreenModel(WindowSize.cells(80, 24)), observed, later::set, Clock.systemUTC());
        byte[] flood = "y\r\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        long before = usedAfterCollection();
        for (int i = 0; i < 1000; i++) {
            observer.shown(flood, 0, flood.length);
        }
        assertThat(usedAfterCollection() - before).isLessThan(16L * 1024 * 1024);
        say(observer, "\r\nlast line");
        var drawn = observer.picture();
        later.get().run();
        assertThat(drawn.toCompletableFuture()).isCompletedWithValueMatching(text -> text.contains("last line"));
    }

    private static long usedAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void pictureComesAfterWhatWasPushedBefore() throws ExecutionException, InterruptedException {
        ShellObserver observer = observer(new Observed());
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes("hello".getBytes(StandardCharsets.US_ASCII));
        observer.shown(all.toByteArray(), 0, all.size());
        assertThat(observer.picture().toCompletableFuture().get()).contains("hello");
    }
}
