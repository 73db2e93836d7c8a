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
class ZmodemTest {
    private static final String ZRQINIT = "**\30B00000000000000\r\212\21";
    private static final String ZRINIT = "**\30B0100000023be50\r\212\21";
    private static final String ZFIN = "**\30B0800000000022d\r\212";
    private static final String CANCEL = "\30".repeat(8) + "\b".repeat(8);
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

    @ParameterizedTest
    @ValueSource(strings = {"\21", "*\30C", "x"})
    void whatIsNoFileIsNoHiddenChannel(String filling) {
        Wired wired = wired(new LoggingGuard(Effect.WRITE));
        for (int i = 0; i < 200; i++) {
            wired.target(ZRINIT);
            wired.target(TestingFrames.unfinished(filling.repeat(10_000)));
        }

        assertThat(wired.atPerson.size() - wired.stagesToPerson.size()).isLessThan(64 * 1024 + 1);
    }

    @Test
    void contentThatIsEscapedThroughoutIsContent() {
        LoggingGuard guard = new LoggingGuard(Effect.READ);
        Wired wired = wired(guard);
        wired.target(ZRQINIT + TestingFrames.file("big", 2_000_000));
        for (int i = 0; i < 2000; i++) {
            wired.target(TestingFrames.content("\30".repeat(1000)));
        }

        assertThat(guard.lines).isEmpty();
        assertThat(wired.notices).isEmpty();
        assertThat(wired.atTarget.size()).isZero();
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

    @Test
    void anUploadIsRefusedBeforeTheClientBegins() {
        Wired wired = wired(new LoggingGuard(Effect.READ));

        wired.target("rz waiting to receive.\r" + ZRINIT);
        wired.target("\30\30\30\30\30\b\b\b\r\n$ ");
        wired.person("ls\r");

        assertThat(Wired.text(wired.atPerson)).isEqualTo("rz waiting to receive.\r\r\n$ ");
        assertThat(Wired.text(wired.atTarget)).isEqualTo("\30".repeat(8) + "\b".repeat(8) + "ls\r");
        assertThat(wired.notices).hasSize(1);
    }

    /** What comes before the shell is back would be thrown away by the program that gives up. */
    @Test
    void whatIsTypedWhileAProgramIsToldToStopWaitsForTheShell() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target("rz waiting to receive.\r" + ZRINIT);
        wired.types("l");
        wired.types("s\r");

        assertThat(Wired.text(wired.atTarget)).isEqualTo(CANCEL);
        wired.target("\30\30\30\30\30\b\b\b\r\n");
        assertThat(Wired.text(wired.atTarget)).isEqualTo(CANCEL);
        wired.target("$ ");
        wired.person("pwd\r");

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\rpwd\r");
        wired.assertCompleted();
    }

    /** The person's program answers until it is told to stop, too. */
    @Test
    void whatARefusedProgramStillSendsLetsNothingGo() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRINIT);
        wired.types("ls\r");

        wired.types(ZRQINIT);

        assertThat(Wired.text(wired.atTarget)).isEqualTo(CANCEL);
        wired.target("$ ");
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r");
        wired.assertCompleted();
    }

    @Test
    void theEndOfAnEarlierWaitEndsNoLaterOne() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRINIT);
        wired.target("$ ");
        wired.target(ZRINIT);
        wired.types("ls\r");

        wired.later.getFirst().run();

        assertThat(wired.stagesToTarget.size()).isZero();
        wired.later.getLast().run();
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r");
        wired.assertCompleted();
    }

    @Test
    void whatIsTypedWaitsForNoShellThatSaysNothing() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRINIT);
        wired.types("ls\r");

        wired.later.forEach(Runnable::run);

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r");
        wired.assertCompleted();
    }

    @Test
    void anInterruptNeverWaits() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRINIT);
        wired.types("ls\r");

        wired.types("\3");
        wired.types("pwd\r");

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls\r\3pwd\r");
        wired.assertCompleted();
    }

    @Test
    void aSessionThatEndsCompletesWhatWaits() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRINIT);
        wired.types("ls\r");

        wired.fromPerson.close();

        assertThat(wired.stagesToTarget.size()).isZero();
        wired.assertCompleted();
    }

    @Test
    void aTransferMayNotTurnRound() {
        LoggingGuard guard = new LoggingGuard(Effect.READ);
        Wired wired = wired(guard);

        wired.target(ZRQINIT);
        wired.person(TestingFrames.file("smuggled", 10) + TestingFrames.content("secret"));

        assertThat(guard.denied)
                .extracting(operation -> operation.path().text())
                .containsExactly("smuggled");
        assertThat(Wired.text(wired.atTarget)).doesNotContain("secret");
        assertThat(wired.notices).containsExactly("not allowed: WRITE");
    }

    @Test
    void contentWithoutAFileIsRefused() {
        Wired wired = wired(new LoggingGuard(Effect.READ));

        wired.target(ZRQINIT);
        wired.target(TestingFrames.content("x".repeat(100)));
        wired.target(TestingFrames.content("never seen"));

        assertThat(Wired.text(wired.atPerson)).doesNotContain("never seen");
        assertThat(wired.notices).hasSize(1);
    }

    /** The receiver says it again until it hears "OO". */
    @Test
    void theLastWordIsNotTypedIntoTheShellWhereverItIsCut() {
        for (int cut = 1; cut < ZFIN.length(); cut++) {
            Wired wired = wired(new LoggingGuard(Effect.READ));
            wired.target(ZRQINIT + ZFIN);
            wired.person(ZFIN);

            wired.person(ZFIN.substring(0, cut));
            wired.person(ZFIN.substring(cut));
            wired.person("ls\r");

            assertThat(Wired.text(wired.atTarget)).isEqualTo(ZFIN + ZFIN + "ls\r");
            assertThat(Wired.text(wired.stagesToTarget)).as("cut at %d", cut).isEqualTo("ls\r");
        }
    }

    @Test
    void aStarThatIsTypedBehindATransferIsNotLost() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        wired.target(ZRQINIT + ZFIN);
        wired.person(ZFIN);
        wired.person("*");
        wired.person("\r");
        wired.person("*");

        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("*\r*");
    }

    /** Nobody hides from the record behind headers that begin nothing. */
    @Test
    void headersAndContentOutsideOfATransferGoThroughTheStages() {
        Wired wired = wired(new LoggingGuard(Effect.READ, Effect.WRITE));
        String zdata = "**\30B0a0000000046ae\r\212\21";
        String sent = "**\30B0300000000eed2\r\212\21" + zdata + "hidden" + TestingFrames.content("hidden, too");

        wired.target(sent);
        wired.person(ZRQINIT + "typed");

        assertThat(Wired.text(wired.stagesToPerson)).isEqualTo(sent);
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo(ZRQINIT + "typed");
    }

    @Test
    void whatAShellSaysDuringATransferGoesThroughTheStages() {
        Wired wired = wired(new LoggingGuard(Effect.READ));

        wired.target(ZRQINIT);
        wired.target("$ ls *\r\nfile\r\n");
        wired.person("ls *\r");

        assertThat(Wired.text(wired.stagesToPerson)).contains("$ ls *\r\nfile\r\n");
        assertThat(Wired.text(wired.stagesToTarget)).isEqualTo("ls *\r");
    }

    /** Whatever comes, in whatever pieces: nothing is lost while everything is allowed, and nothing is changed. */
    @Test
    void anyBytesArriveInTheirOrder() {
        String[] words = {
            "*",
            "**",
            "\30",
            "\30B",
            "\30A",
            "\30C",
            ZRQINIT,
            ZRINIT,
            "\30\30\30\30\30",
            "text",
            "\b",
            TestingFrames.file("f", 3),
            TestingFrames.content("abc"),
            "O",
            "\r\n",
            "\21",
            "é"
        };
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Wired wired = wired(new LoggingGuard(Effect.READ, Effect.WRITE));
            StringBuilder sent = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                sent.append(words[random.nextInt(words.length)]);
            }
            byte[] bytes = (sent + "the end").getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(20));
                wired.target(bytes, at, count);
                at += count;
            }
            if (wired.notices.isEmpty()) {
                String arrived = Wired.text(wired.atPerson);
                assertThat(sent + "the end").as("seed " + seed).startsWith(arrived);
                assertThat(bytes.length - arrived.length())
                        .as("what may be a header")
                        .isLessThan(64);
            }
        }
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
