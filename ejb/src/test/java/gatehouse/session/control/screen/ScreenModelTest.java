package gatehouse.session.control.screen;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.WindowSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenModelTest {
    private final ScreenModel screen = new ScreenModel(WindowSize.cells(10, 4));

    private ScreenModel feed(String output) {
        feed(screen, output.getBytes(StandardCharsets.UTF_8));
        return screen;
    }

    private static void feed(ScreenModel screen, byte[] bytes) {
        screen.feed(bytes, 0, bytes.length);
    }

    /** R1.1: what a screen costs is known beforehand, whatever is piled up in a cell. */
    @Test
    void aCellKeepsTwoMarks() {
        feed("e\u0301\u0302\u0303\u0304x");
        feed("\r\n服\udb40\udd00\u0301\u0302");

        assertThat(text(screen)).isEqualTo("e\u0301\u0302x|服\udb40\udd00\u0301||");
    }

    private static String text(ScreenModel screen) {
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < screen.rows(); row++) {
            rows.add(screen.row(row));
        }
        return String.join("|", rows);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc,abc|||",
                "abcdefghijkl,abcdefghij|kl||",
                "a^M^Jb^M^Jc^M^Jd^M^Je,b|c|d|e",
                "abc^[[2Dx,axc|||",
                "abc^[[1D^[[K,ab|||",
                "abc^[[2J,|||",
                "^[[2;3Hx,|  x||",
                "abcdef^[[1G^[[2P,cdef|||",
                "abcdef^[[1G^[[2@,  abcdef|||",
                "abcdef^[[3G^[[2X,ab  ef|||",
                "a^M^Jb^M^Jc^[[1;1H^[[L,|a|b|c",
                "a^M^Jb^M^Jc^[[1;1H^[[M,b|c||",
                "a^M^Jb^M^Jc^M^Jd^[[2;3r^[[3;1H^M^JX,a|c|X|d",
                "服务器abcdef,服务器abcd|ef||",
                "abcdefghi服,abcdefghi|服||",
                "服务^[[2Gx, x务|||",
                "e\u0301a,e\u0301a|||",
                "main^[[?1049halt,    alt|||",
                "main^[[?1049halt^[[?1049l!,main!|||",
                "^[(0lqk^[(Bx,┌─┐x|||",
                "x^[[5b,xxxxxx|||",
                "ab^Hc,ac|||",
                "^[[4hb^Ma,ab|||",
                "a^[]0;title^Gb,ab|||",
                "a^[Pstring^[\\b,ab|||",
                "a^[[999999999999;1Hb,a|||b",
            })
    void sequencesDoWhatTerminalsDo(String output, String expected) {
        String fed = output.replace("^[", "\033")
                .replace("^M", "\r")
                .replace("^J", "\n")
                .replace("^H", "\b")
                .replace("^G", "\007");
        assertThat(text(feed(fed)).replace(' ', '_')).isEqualTo(expected.replace(' ', '_'));
    }

    @Test
    void resizeKeepsTheCursorsRow() {
        feed("1\r\n2\r\n3\r\n4");
        screen.resize(WindowSize.cells(5, 2));
        assertThat(text(screen)).isEqualTo("3|4");
        screen.resize(WindowSize.cells(20, 3));
        feed("x");
        assertThat(text(screen)).isEqualTo("3|4x|");
    }

    @Test
    void snapshotDrawsTheSameScreen() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            ScreenModel original = new ScreenModel(WindowSize.cells(20, 6));
            feed(original, RandomOutput.bytes(random, 400));
            ScreenModel copy = new ScreenModel(WindowSize.cells(20, 6));
            feed(copy, "left over\033[?1049hfrom before\033[3;4r".getBytes(StandardCharsets.UTF_8));
            feed(copy, original.snapshot().getBytes(StandardCharsets.UTF_8));
            assertThat(text(copy)).isEqualTo(text(original));
            assertThat(copy.isAlternate()).isEqualTo(original.isAlternate());
            assertThat(copy.snapshot()).isEqualTo(original.snapshot());
        }
    }

    /** A line that runs over two rows, with the cursor before its end: behind the banner it stands there again. */
    @Test
    void aBannerLeavesTheCursorWhereItIsTyped() {
        ScreenModel person = withBanner("$ 0123456789ab\033[3D", "news");

        assertThat(person.row(1)).isEqualTo("news");
        assertThat(person.row(2)).isEqualTo("$ 01234567");
        assertThat(person.row(3)).isEqualTo("89ab");
    }

    @Test
    void aBannerOverAFullScreenProgramMovesNothing() {
        ScreenModel person = withBanner("\033[?1049h\033[2;3Hvim", "longer than it");

        assertThat(person.row(1)).isEqualTo("  vim");
        assertThat(person.row(3)).isEqualTo("longer tha");
    }

    @Test
    void aBannerOfWideCharactersMovesNothingEither() {
        ScreenModel person = withBanner("\033[?1049h\033[2;3Hvim", "a\u4f1a\u8bdd\u5df2\u88ab\u9501");

        assertThat(person.row(1)).isEqualTo("  vim");
        assertThat(person.row(3)).isEqualTo("a\u4f1a\u8bdd\u5df2\u88ab");
    }

    /** What somebody sees who was shown {@code shown}, and then a banner into it; the cursor is where it was. */
    private ScreenModel withBanner(String shown, String banner) {
        ScreenModel person = new ScreenModel(WindowSize.cells(10, 4));
        for (ScreenModel each : List.of(screen, person)) {
            feed(each, shown.getBytes(StandardCharsets.UTF_8));
        }
        feed(person, screen.banner(banner).getBytes(StandardCharsets.UTF_8));
        assertThat(person.cursorColumn()).isEqualTo(screen.cursorColumn());
        return person;
    }

    @Test
    void snapshotKeepsColours() {
        feed("\033[1;31mred\033[0m \033[38;5;208;48;2;1;2;3mx");
        assertThat(screen.snapshot()).contains("\033[0;1;38;5;1mred").contains("\033[0;38;5;208;48;2;1;2;3mx");
    }

    @Test
    void resultDoesNotDependOnHowBytesAreCut() {
        Random random = new Random(13);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = RandomOutput.bytes(random, 500);
            ScreenModel whole = new ScreenModel(WindowSize.cells(17, 5));
            feed(whole, bytes);
            ScreenModel pieces = new ScreenModel(WindowSize.cells(17, 5));
            for (int at = 0; at < bytes.length; ) {
                int length = Math.min(bytes.length - at, 1 + random.nextInt(9));
                pieces.feed(bytes, at, length);
                at += length;
            }
            assertThat(pieces.snapshot()).isEqualTo(whole.snapshot());
        }
    }

    @Test
    void anyBytesAndSizesAreHarmless() {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            ScreenModel model = new ScreenModel(WindowSize.cells(random.nextInt(30), random.nextInt(10)));
            for (int i = 0; i < 5; i++) {
                byte[] bytes = new byte[300];
                random.nextBytes(bytes);
                feed(model, random.nextBoolean() ? bytes : RandomOutput.bytes(random, 300));
                model.resize(WindowSize.cells(random.nextInt(40), random.nextInt(12)));
                model.logicalText(model.logicalStart(), random.nextInt(40));
                model.textToCursor(model.logicalStart(), random.nextInt(40));
            }
            assertThat(model.snapshot()).isNotEmpty();
        }
    }
}
