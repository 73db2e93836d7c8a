package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation.Effect;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.60 to R11.62, R11.64, with what such programs send. */
class ZmodemTest {
    private static final String ZRQINIT = "**\30B00000000000000\r\212\21";
    private static final String ZRINIT = "**\30B0100000023be50\r\212\21";
    private static final String ZFIN = "**\30B0800000000022d\r\212";
    private static final String CANCEL = "\30".repeat(8) + "\b".repeat(8);

    private static Wired wired(LoggingGuard guard) {
        return new Wired(guard, Zmodem::new);
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
}
