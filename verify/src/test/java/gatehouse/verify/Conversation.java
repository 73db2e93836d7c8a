package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A program that runs, into which a test types and whose output it reads as it comes. */
final class Conversation implements AutoCloseable {
    private final Process process;
    private final Path shown;

    Conversation(Process process, Path shown) {
        this.process = process;
        this.shown = shown;
    }

    void type(String text) {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For programs that find out only then that nobody is there any more: types it until the program has ended. */
    void typeUntilItEnds(String text) {
        Eventually.holds(() -> {
            try {
                type(text);
            } catch (UncheckedIOException ended) {
                // nobody reads it any more
            }
            assertThat(process.isAlive()).as(shown()).isFalse();
        });
    }

    /** Waits until it shows {@code text}. */
    void expect(String text) {
        Eventually.holds(() -> assertThat(shown()).contains(text));
    }

    /** Waits until it shows {@code text} behind the last {@code before}. */
    void expectAfter(String before, String text) {
        Eventually.holds(() -> {
            String all = shown();
            assertThat(all).contains(before);
            assertThat(all.substring(all.lastIndexOf(before) + before.length())).contains(text);
        });
    }

    /** All output so far, of both kinds. */
    String shown() {
        try {
            return Files.readString(shown, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code; it has to end within some minutes. */
    int end() {
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as(shown()).isTrue();
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
