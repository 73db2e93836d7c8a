package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.ScreenPainter;
import gatehouse.session.control.SessionControls;
import gatehouse.session.control.Typist;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A detour with somebody at each end of it, who keep what they get. */
final class Wired {
    final ByteArrayOutputStream stagesToPerson = new ByteArrayOutputStream();
    final ByteArrayOutputStream stagesToTarget = new ByteArrayOutputStream();
    final ByteArrayOutputStream atPerson = new ByteArrayOutputStream();
    final ByteArrayOutputStream atTarget = new ByteArrayOutputStream();
    final List<String> notices = new ArrayList<>();
    final List<String> marks = new ArrayList<>();
    final List<String> typists = new ArrayList<>();
    final List<Runnable> later = new ArrayList<>();
    final TerminalOutput fromTarget;
    final TerminalInput fromPerson;
    private int completed;
    private int delivered;
    private int shown;

    Wired(FileGuard guard, BiFunction<FileGuard, Conduct, InlineProtocol> protocol) {
        InlineDetour detour = new InlineDetour(
                new Controls(), (_, task) -> later.add(task), new Object(), conduct -> protocol.apply(guard, conduct));
        fromTarget = detour.output(new Person(), (bytes, offset, length, done) -> {
            atPerson.write(bytes, offset, length);
            done.complete();
        });
        fromPerson = detour.input(new Target(), (bytes, offset, length, done) -> {
            atTarget.write(bytes, offset, length);
            done.complete();
        });
    }

    void target(byte[] bytes, int offset, int length) {
        delivered++;
        int before = shown;
        fromTarget.output(bytes, offset, length, () -> {
            completed++;
            shown++;
        });
        assertThat(shown).as("R1.2 every completion exactly once").isEqualTo(before + 1);
    }

    /** What is kept back is not completed yet. */
    void types(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        delivered++;
        fromPerson.input(bytes, 0, bytes.length, () -> completed++);
        Arrays.fill(bytes, (byte) 0);
    }

    void assertCompleted() {
        assertThat(completed).as("R1.2 every completion exactly once").isEqualTo(delivered);
    }

    void person(byte[] bytes, int offset, int length) {
        delivered++;
        fromPerson.input(bytes, offset, length, () -> completed++);
        assertThat(completed).as("R1.2 every completion exactly once").isEqualTo(delivered);
    }

    void target(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        target(bytes, 0, bytes.length);
    }

    void person(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        person(bytes, 0, bytes.length);
    }

    static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private final class Controls implements SessionControls {
        @Override
        public void notice(String text) {
            notices.add(text);
        }

        @Override
        public void mark(String label) {
            marks.add(label);
        }

        @Override
        public void type(byte[] bytes) {
            throw new IllegalStateException("not for files");
        }

        @Override
        public void end(ProblemException reason) {
            throw new IllegalStateException("a transfer ends no session", reason);
        }

        @Override
        public void paintedBy(ScreenPainter painter) {
            throw new IllegalStateException("not for files");
        }

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }
    }

    private final class Person implements TerminalOutput {
        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            stagesToPerson.write(bytes, offset, length);
            atPerson.write(bytes, offset, length);
            done.complete();
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            output(bytes, offset, length, done);
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        @Override
        public void closed(Optional<ProblemException> reason) {}
    }

    private final class Target implements TerminalInput {
        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            typists.add(Typist.current().map(Typist::name).orElse("the person"));
            stagesToTarget.write(bytes, offset, length);
            atTarget.write(bytes, offset, length);
            done.complete();
        }

        @Override
        public void endOfInput() {
            stagesToTarget.writeBytes("<end>".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void resize(WindowSize size) {
            stagesToTarget.writeBytes(
                    ("<" + size.columns() + "x" + size.rows() + ">").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void signal(String name) {
            stagesToTarget.writeBytes(("<" + name + ">").getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() {}
    }
}
