package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

/** R11.60 to R11.62, R11.64, with lines as {@code trzsz} 1.1.6 writes them. */
class TrzszTest {
    private static final String SENDS = "\0337\7::TRZSZ:TRANSFER:S:1.1.6:0000000000100\r\n";
    private static final String RECEIVES = "\0337\7::TRZSZ:TRANSFER:R:1.1.6:0000000000100\r\n";

    private final LoggingGuard all = new LoggingGuard(Effect.READ, Effect.WRITE);

    private static Wired wired(LoggingGuard guard) {
        return new Wired(guard, Trzsz::new);
    }

    @Test
    void aDownloadInBase64IsLoggedWhole() {
        Wired wired = wired(all);
        byte[] content = content(300_000);
        agree(wired, SENDS, "{\"lang\":\"js\"}");

        wired.target("#NUM:1\n");
        wired.person("#SUCC:1\n");
        wired.target("#NAME:" + encoded("report é") + "\n");
        wired.person("#SUCC:" + encoded("report é") + "\n");
        wired.target("#SIZE:300000\n");
        wired.person("#SUCC:300000\n");
        for (int at = 0; at < content.length; at += 100_000) {
            String data = "#DATA:" + encoded(Arrays.copyOfRange(content, at, at + 100_000)) + "\n";
            for (int cut = 0; cut < data.length(); cut += 7000) {
                wired.target(data.substring(cut, Math.min(data.length(), cut + 7000)));
            }
            wired.person("#SUCC:100000\n");
        }
        wired.target("#MD5:" + encoded("0123456789abcdef") + "\n");
        wired.person("#SUCC:" + encoded("0123456789abcdef") + "\n");
        wired.person("#EXIT:" + encoded("Saved 1 file.") + "\n");
        wired.target("\0338\033[0JSaved 1 file.\r\n$ ");

        LoggingGuard.Line line = all.lines.getFirst();
        assertThat(line.operation().kind()).isEqualTo(Kind.READ);
        assertThat(line.operation().path().text()).isEqualTo("report é");
        assertThat(line.content()).isEqualTo(content);
        assertThat(line.ordered()).isTrue();
        assertThat(line.ends()).as("all that its sender announced").isTrue();
        assertThat(line.outcome()).isEqualTo(FileOutcome.SUCCEEDED);
        assertThat(Wired.text(wired.stagesToPerson)).doesNotContain("#").endsWith("Saved 1 file.\r\n$ ");
        assertThat(wired.stagesToTarget.size()).isZero();
        assertThat(wired.marks).containsExactly("trzsz: download of report é", "trzsz: report é arrived");
    }

    /** trzsz's client side looks for it in each piece that arrives. */
    @Test
    void theLineThatAsksArrivesInOnePiece() {
        Wired wired = wired(all);
        wired.target("$ tsz a::b\r\n" + SENDS);

        assertThat(Wired.text(wired.stagesToPerson)).isEqualTo("$ tsz a::b\r\n\0337\7\n");
        assertThat(Wired.text(wired.atPerson)).endsWith(SENDS);
    }

    @Test
    void anUploadInBinaryIsLoggedWhole() {
        Wired wired = wired(all);
        agree(
                wired,
                RECEIVES,
                "{\"binary\":true,\"escape_chars\":[[\"\u00ee\",\"\u00ee\u00ee\"],[\"~\",\"\u00ee1\"]]}");

        wired.person("#NUM:1\n#NAME:" + encoded("up") + "\n#SIZE:6\n");
        wired.person("#DATA:8\na\356\356b\3561\n##MD5:" + encoded("x") + "\n");
        wired.target("#SUCC:" + encoded("x") + "\n");

        assertThat(all.lines.getFirst().operation().kind()).isEqualTo(Kind.WRITE);
        assertThat(all.lines.getFirst().content()).isEqualTo("a\u00eeb~\n#".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(all.lines.getFirst().outcome()).isEqualTo(FileOutcome.SUCCEEDED);
    }

    /** trz makes its terminal raw only after it has asked: the answer may be echoed before. */
    @Test
    void whatTheProgramSaysBehindAnEchoIsHeard() {
        Wired wired = wired(all);
        wired.target(RECEIVES);
        wired.person("#ACT:" + encoded("{\"confirm\":true}") + "\n");
        wired.target("#ACT:" + encoded("{}") + "^M#" + "#CFG:" + encoded("{\"binary\":true}") + "\n");

        wired.person("#NUM:1\n#NAME:" + encoded("up") + "\n#SIZE:4\n#DATA:4\nabcd#MD5:" + encoded("x") + "\n");
        wired.target("#SUCC:" + encoded("x") + "\n");

        assertThat(all.lines.getFirst().content()).isEqualTo("abcd".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(all.lines.getFirst().outcome()).isEqualTo(FileOutcome.SUCCEEDED);
    }

    /** Forty kilobytes that become forty megabytes are nothing to unpack on the way. */
    @Test
    void contentThatIsPackedTooDenselyIsRefused() {
        Wired wired = wired(all);
        agree(wired, SENDS, "{}");
        wired.target("#NUM:1\n#NAME:" + encoded("zeros") + "\n#SIZE:41943040\n");

        wired.target("#DATA:" + encoded(new byte[40 << 20]) + "\n");

        assertThat(all.lines.getFirst().content()).hasSizeLessThan(24 << 20);
        assertThat(all.lines.getFirst().outcome()).isNotEqualTo(FileOutcome.SUCCEEDED);
        assertThat(wired.notices).singleElement().asString().contains("packed too densely");
        assertThat(Wired.text(wired.atTarget)).contains("#fail:");
    }

    @Test
    void aFileThatPacksWellIsLoggedWhole() {
        Wired wired = wired(all);
        agree(wired, SENDS, "{}");
        wired.target("#NUM:1\n#NAME:" + encoded("zeros") + "\n#SIZE:10485760\n");

        wired.target("#DATA:" + encoded(new byte[10 << 20]) + "\n#MD5:" + encoded("x") + "\n");
        wired.person("#SUCC:" + encoded("x") + "\n");

        assertThat(all.lines.getFirst().content()).hasSize(10 << 20);
        assertThat(all.lines.getFirst().outcome()).isEqualTo(FileOutcome.SUCCEEDED);
        assertThat(wired.notices).isEmpty();
    }

    @Test
    void wrongTypesInJsonEndNoSession() {
        for (String odd :
                new String[] {"1", "null", "\"x\"", "{}", "[1]", "[[]]", "[[\"a\"]]", "[{}]", "[[1,2]]", "[null]"}) {
            Wired wired = wired(all);
            agree(wired, RECEIVES, "{\"binary\":" + odd + ",\"escape_chars\":" + odd + "}");

            wired.person("#NAME:" + encoded("{\"path_name\":" + odd + ",\"is_dir\":" + odd + "}") + "\n");
            wired.target("#FAIL:" + encoded("no") + "\n");
            wired.target("$ ");

            assertThat(Wired.text(wired.stagesToPerson)).as(odd).endsWith("$ ");
        }
    }

    /** A program at the target chooses them, and each byte that follows is looked up. */
    @Test
    void moreEscapesThanBytesEndTheTransfer() {
        Wired wired = wired(all);

        agree(wired, RECEIVES, "{\"binary\":true,\"escape_chars\":[" + TrzszEscapesTest.many(257) + "]}");

        assertThat(wired.notices).singleElement().asString().contains("escapes");
        assertThat(Wired.text(wired.atTarget)).contains("#fail:");
    }

    /** Its end is a piece's end: nothing of the next one belongs to it. */
    @Test
    void halfAnEscapeAtTheEndStandsForItself() {
        Wired wired = wired(all);
        agree(wired, RECEIVES, "{\"binary\":true,\"escape_chars\":[[\"~\",\"\u00ee1\"]]}");

        wired.person("#NUM:1\n#NAME:" + encoded("up") + "\n#SIZE:4\n");
        wired.person("#DATA:2\na\356#DATA:2\n1b#MD5:" + encoded("x") + "\n");
        wired.target("#SUCC:" + encoded("x") + "\n");

        assertThat(all.lines.getFirst().content()).isEqualTo("a\u00ee1b".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(all.lines.getFirst().ends()).isTrue();
    }

    /** The parser has limits of its own, and says so in exceptions of its own. */
    @Test
    void jsonThatIsTooDeepOrTooLongEndsNoSession() {
        for (String odd : new String[] {"[".repeat(20_000), "1".repeat(20_000), "1e" + "9".repeat(500)}) {
            Wired wired = wired(all);
            agree(wired, SENDS, "{\"binary\":" + odd + "}");

            wired.target("#NAME:" + encoded("{\"path_name\":" + odd + "}") + "\n");
            wired.target("#FAIL:" + encoded("no") + "\n");
            wired.target("$ ");

            assertThat(Wired.text(wired.stagesToPerson)).endsWith("$ ");
        }
    }

    @Test
    void foldersAreLoggedByTheirPaths() {
        Wired wired = wired(all);
        agree(wired, RECEIVES.replace(":R:", ":D:"), "{\"directory\":true}");

        wired.person("#NAME:" + encoded("{\"path_id\":0,\"path_name\":[\"d\"],\"is_dir\":true}") + "\n");
        wired.person("#NAME:" + encoded("{\"path_id\":0,\"path_name\":[\"d\",\"f\"],\"is_dir\":false}") + "\n");
        wired.target("#FAIL:" + encoded("disk full\nat line 1") + "\n");

        assertThat(all.lines)
                .extracting(line ->
                        line.operation().kind() + " " + line.operation().path().text())
                .containsExactly("MAKE_DIRECTORY d", "WRITE d/f");
        assertThat(all.lines.getLast().outcome()).isEqualTo(new FileOutcome.Failed("disk full"));
    }

    @Test
    void withoutTheActionTheProgramIsToldNoAndThePersonsTerminalHearsNothing() {
        LoggingGuard none = new LoggingGuard(Effect.WRITE);
        Wired wired = wired(none);

        wired.target("$ tsz secret\r\n" + SENDS.substring(0, 20));
        wired.target(SENDS.substring(20) + "\0338Cancelled\r\n$ ");

        assertThat(Wired.text(wired.atPerson)).doesNotContain("TRANSFER").endsWith("\0338Cancelled\r\n$ ");
        String answer = Wired.text(wired.atTarget);
        assertThat(answer).startsWith("#ACT:").endsWith("\n");
        assertThat(TrzszContent.decode(answer.substring(5))).contains("\"confirm\":false");
        assertThat(wired.notices).containsExactly("not allowed: READ");
        assertThat(none.denied).hasSize(1);
    }

    @Test
    void contentWithoutAFileIsRefused() {
        Wired wired = wired(new LoggingGuard(Effect.READ));
        agree(wired, SENDS, "{}");

        wired.target("#DATA:" + encoded("x".repeat(100)) + "\n");

        assertThat(wired.notices).hasSize(1);
        assertThat(Wired.text(wired.atTarget)).contains("#fail:");
    }

    @Test
    void confirmationsAreNoHiddenChannel() {
        Wired wired = wired(new LoggingGuard(Effect.WRITE));
        for (int i = 0; i < 200; i++) {
            wired.target(RECEIVES);
            wired.target("#SUCC:" + "x".repeat(10_000) + "\n");
            wired.target("#SUCC:" + "x".repeat(20_000) + "\n");
            wired.person("#EXIT:" + encoded("") + "\n");
        }

        assertThat(wired.atPerson.size() - wired.stagesToPerson.size()).isLessThan(64 * 1024 + 1);
        assertThat(wired.notices).contains("too much was sent beside the files; start a new session to transfer more");
    }

    @Test
    void confirmationsOfManySmallFilesAreFewEnough() {
        Wired wired = wired(all);
        agree(wired, RECEIVES, "{}");
        for (int i = 0; i < 1000; i++) {
            wired.person("#NAME:" + encoded("file " + i) + "\n#SIZE:100\n#DATA:" + encoded("y".repeat(100)) + "\n");
            wired.target("#SUCC:" + encoded("file " + i) + "\n#SUCC:100\n#SUCC:100\n");
            wired.person("#MD5:" + encoded("0123456789abcdef") + "\n");
            wired.target("#SUCC:" + encoded("0123456789abcdef") + "\n");
        }

        assertThat(all.lines).hasSize(1000);
        assertThat(wired.notices).isEmpty();
    }

    @Test
    void whatIsNotOfTheProtocolGoesThroughTheStages() {
        Wired wired = wired(all);
        agree(wired, SENDS, "{}");

        wired.target("#hello\r\nstd::cout\r\n");
        wired.person("#NAME:" + encoded("not yours to say") + "\n");

        assertThat(Wired.text(wired.stagesToPerson)).contains("#hello\r\nstd::cout\r\n");
        assertThat(Wired.text(wired.stagesToTarget)).startsWith("#NAME:");
    }

    @Test
    void anyBytesArriveInTheirOrder() {
        String[] words = {
            "::",
            ":",
            "::TRZ",
            "::TRZSZ:TRANSFER:S:1.1.6:1\r\n",
            "#",
            "#SUCC:",
            "#DATA:3\n",
            "\n",
            "\r",
            "#NAME:" + encoded("f") + "\n",
            "#CFG:" + encoded("{\"binary\":true}") + "\n",
            "text",
            "std::x",
            "\033[0J"
        };
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Wired wired = wired(new LoggingGuard(Effect.READ, Effect.WRITE));
            StringBuilder sent = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                sent.append(words[random.nextInt(words.length)]);
            }
            byte[] bytes = sent.append("\nthe end").toString().getBytes(StandardCharsets.ISO_8859_1);
            for (int at = 0; at < bytes.length; ) {
                int count = Math.min(bytes.length - at, 1 + random.nextInt(20));
                wired.target(bytes, at, count);
                at += count;
            }
            if (wired.notices.isEmpty()) {
                String arrived = Wired.text(wired.atPerson);
                assertThat(sent.toString()).as("seed " + seed).startsWith(arrived);
                assertThat(bytes.length - arrived.length())
                        .as("what may become a line")
                        .isLessThan(80);
            }
        }
    }

    private static void agree(Wired wired, String trigger, String configuration) {
        wired.target(trigger);
        assertThat(Wired.text(wired.atPerson)).endsWith(trigger);
        wired.person("#ACT:" + encoded("{\"lang\":\"js\",\"confirm\":true,\"version\":\"1.1.6\"}") + "\n");
        wired.target("#CFG:" + encoded(configuration) + "\n");
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static String encoded(String text) {
        return encoded(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] piece = new byte[8192];
        while (!deflater.finished()) {
            packed.write(piece, 0, deflater.deflate(piece));
        }
        deflater.end();
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }
}
