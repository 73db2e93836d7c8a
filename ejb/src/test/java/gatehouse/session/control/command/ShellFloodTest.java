package gatehouse.session.control.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.screen.ScreenModel;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R1.1: who comes back after a flood sees what a terminal would show, though its middle was left out. */
class ShellFloodTest {
    private static final WindowSize SIZE = WindowSize.cells(80, 24);
    private static final int PIECE = 8 * 1024;

    static Stream<String> floods() {
        return Stream.of(
                numbers("\r\n"),
                numbers("_"), // one line without an end
                numbers("_") + "\r\ndone\r\n$ ", // fewer lines than the screen has rows
                numbers("_").replace("100_", "100\r\n"), // lines of many widths
                numbers("\r"), // a counter in one row
                numbers("\n")); // steps
    }

    private static String numbers(String between) {
        return IntStream.rangeClosed(1, 60_000).mapToObj(Integer::toString).collect(joining(between));
    }

    @ParameterizedTest
    @MethodSource("floods")
    void theScreenIsThatOfATerminal(String flood) {
        byte[] bytes = flood.getBytes(UTF_8);
        ScreenModel terminal = new ScreenModel(SIZE);
        terminal.feed(bytes, 0, bytes.length);

        Queue<Runnable> later = new ArrayDeque<>();
        ShellObserver observer =
                new ShellObserver(new ScreenModel(SIZE), new Observed(), later::add, Clock.systemUTC());
        for (int at = 0; at < bytes.length; at += PIECE) {
            observer.shown(bytes, at, Math.min(PIECE, bytes.length - at));
        }
        var picture = observer.picture().toCompletableFuture();
        later.remove().run();

        assertThat(picture).isCompletedWithValue(terminal.snapshot());
    }
}
