package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.60 to R11.62, R11.64, with Debian's {@code sz} and {@code rz} at both ends. */
class ZmodemProgramsTest {
    private static Path programs;

    @TempDir
    Path here;

    @TempDir
    Path there;

    @BeforeAll
    static void unpack() throws IOException {
        Process peers = new ProcessBuilder("../verify/targets/peers.sh").start();
        programs =
                Path.of(new String(peers.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip(), "usr/bin");
    }

    private static Wired wired(LoggingGuard guard) {
        return new Wired(guard, Zmodem::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 1024, 300_000})
    void aFileThatIsSentIsLoggedWhole(int size) throws Exception {
        LoggingGuard guard = new LoggingGuard(Effect.READ);
        Wired wired = wired(guard);
        byte[] content = content(size);
        Files.write(there.resolve("file é"), content);

        run(wired, List.of("sz", "-q", "file é"), List.of("rz", "-q"));

        assertThat(Files.readAllBytes(here.resolve("file é"))).isEqualTo(content);
        LoggingGuard.Line line = guard.lines.getFirst();
        assertThat(line.operation().kind()).isEqualTo(Kind.READ);
        assertThat(line.operation().path().text()).isEqualTo("file é");
        assertThat(line.content()).isEqualTo(content);
        assertThat(line.ordered()).isTrue();
        assertThat(line.outcome()).isEqualTo(FileOutcome.SUCCEEDED);
        assertThat(wired.marks).containsExactly("zmodem: download of file é", "zmodem: file é arrived");
        assertThat(Wired.text(wired.stagesToPerson)).doesNotContain("\30").hasSizeLessThan(20);
        assertThat(wired.stagesToTarget.size()).isZero();
    }

    @Test
    void severalFilesThatAreReceivedAreLoggedWhole() throws Exception {
        LoggingGuard guard = new LoggingGuard(Effect.WRITE);
        Wired wired = wired(guard);
        Files.write(here.resolve("one"), content(50_000));
        Files.write(here.resolve("two"), content(70_000));

        run(wired, List.of("rz", "-q"), List.of("sz", "-q", "one", "two"));

        assertThat(Files.readAllBytes(there.resolve("two"))).isEqualTo(content(70_000));
        assertThat(guard.lines)
                .extracting(line -> line.operation().path().text())
                .containsExactly("one", "two");
        assertThat(guard.lines).extracting(LoggingGuard.Line::outcome).containsOnly(FileOutcome.SUCCEEDED);
        assertThat(guard.lines)
                .extracting(LoggingGuard.Line::content)
                .containsExactly(content(50_000), content(70_000));
        assertThat(wired.stagesToTarget.size()).isZero();
    }

    @Test
    void withoutTheActionTheProgramAtTheTargetIsToldToStop() throws Exception {
        LoggingGuard guard = new LoggingGuard();
        Wired wired = wired(guard);
        Files.write(there.resolve("secret"), content(1000));

        int code = run(wired, List.of("sz", "-q", "secret"), List.of("cat"));

        assertThat(code).isNotZero();
        assertThat(guard.denied).hasSize(1);
        assertThat(wired.notices).containsExactly("not allowed: READ");
        assertThat(Wired.text(wired.atPerson)).doesNotContain("B0000");
        assertThat(guard.lines).isEmpty();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    /** @return exit code of the program at the target */
    private int run(Wired wired, List<String> atTarget, List<String> atPerson) throws Exception {
        Process target = start(there, atTarget);
        showFirstHeader(wired, target.getInputStream());
        Process person = start(here, atPerson);
        drain(wired, person, target);
        List<Thread> pumps = new ArrayList<>();
        pumps.add(pump(target.getInputStream(), bytes -> {
            synchronized (wired) {
                wired.target(bytes, 0, bytes.length);
                drain(wired, person, target);
            }
        }));
        pumps.add(pump(person.getInputStream(), bytes -> {
            synchronized (wired) {
                wired.person(bytes, 0, bytes.length);
                drain(wired, person, target);
            }
        }));
        assertThat(target.waitFor(180, TimeUnit.SECONDS)).isTrue();
        person.getOutputStream().close();
        assertThat(person.waitFor(180, TimeUnit.SECONDS)).isTrue();
        for (Thread pump : pumps) {
            pump.join();
        }
        return target.exitValue();
    }

    /** A person's program starts when it sees a header; what comes of it may come in pieces. */
    private static void showFirstHeader(Wired wired, InputStream fromTarget) throws IOException {
        byte[] first = new byte[4096];
        while (!Wired.text(wired.atPerson).contains("\30B0") && wired.notices.isEmpty()) {
            int count = fromTarget.read(first);
            assertThat(count).as("a header before the end").isPositive();
            wired.target(first, 0, count);
        }
    }

    private static Process start(Path directory, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        Path program = programs.resolve(command.getFirst());
        all.set(0, Files.exists(program) ? program.toString() : command.getFirst());
        ProcessBuilder builder = new ProcessBuilder(all).directory(directory.toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private interface Taker {
        void take(byte[] bytes) throws IOException;
    }

    private static Thread pump(InputStream from, Taker taker) {
        return Thread.ofVirtual().start(() -> {
            byte[] buffer = new byte[4096];
            try {
                for (int count = from.read(buffer); count > 0; count = from.read(buffer)) {
                    taker.take(Arrays.copyOf(buffer, count));
                }
            } catch (IOException closed) {
                // the other program has ended
            }
        });
    }

    private int personTaken;
    private int targetTaken;

    private void drain(Wired wired, Process person, Process target) throws IOException {
        byte[] forPerson = wired.atPerson.toByteArray();
        byte[] forTarget = wired.atTarget.toByteArray();
        write(person.getOutputStream(), forPerson, personTaken);
        write(target.getOutputStream(), forTarget, targetTaken);
        personTaken = forPerson.length;
        targetTaken = forTarget.length;
    }

    private static void write(OutputStream to, byte[] bytes, int from) throws IOException {
        if (from < bytes.length) {
            to.write(bytes, from, bytes.length - from);
            to.flush();
        }
    }
}
