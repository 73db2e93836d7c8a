package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.session.control.screen.CellWidth;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineEditorTest {
    private final LineEditor editor = new LineEditor();
    private final KeyDecoder decoder = new KeyDecoder(editor::press);

    private LineEditor type(String keys) {
        decoder.feed(keys.getBytes(StandardCharsets.UTF_8));
        return editor;
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "abc^[[Dx,abxc",
                "abc^[[D^[[D^H,bc",
                "abc^Ax,xabc",
                "abc^A^[[3~,bc",
                "one two^W,one ",
                "one two^U,''",
                "one two^[[D^[[D^[[D^K,one ",
                "服务器^[[D^H,服器",
                "abc^[[1~x^[[4~y,xabcy",
                "abc^[OHx,xabc",
                "é^[[D^[[C!,é!",
                "a^[[99;99Zb,ab",
                "one two^[bX,one Xtwo",
            })
    void editingKeysWork(String keys, String line) {
        String typed = keys.replace("^[", "\033")
                .replace("^H", "\177")
                .replace("^A", "\001")
                .replace("^W", "\027")
                .replace("^U", "\025")
                .replace("^K", "\013");
        assertThat(type(typed).line()).isEqualTo(line);
    }

    @Test
    void historyKeepsTheUnfinishedLine() {
        editor.remember("first");
        editor.remember("second");
        type("unfin\033[A");
        assertThat(editor.line()).isEqualTo("second");
        type("\033[A\033[A");
        assertThat(editor.line()).isEqualTo("first");
        type("\033[B\033[B");
        assertThat(editor.line()).isEqualTo("unfin");
    }

    @Test
    void renderedLineNeverWrapsAndShowsTheCursor() {
        type("服务器".repeat(30));
        String shown = editor.render("Opt> ", 40, true);
        assertThat(CellWidth.of(shown.replaceAll("\r|\033\\[[0-9]*[A-Z]", ""))).isLessThan(40);
    }

    @Test
    void anyBytesInAnyPiecesGiveTheSameKeys() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] bytes = new byte[200];
            random.nextBytes(bytes);
            sprinkle(bytes, random);
            List<Key> whole = new ArrayList<>();
            new KeyDecoder(whole::add).feed(bytes);
            List<Key> pieces = new ArrayList<>();
            KeyDecoder single = new KeyDecoder(pieces::add);
            for (byte b : bytes) {
                single.feed(new byte[] {b});
            }
            assertThat(pieces).isEqualTo(whole);
            whole.forEach(editor::press);
            editor.render("> ", 1 + random.nextInt(100), true);
        }
    }

    private static void sprinkle(byte[] bytes, Random random) {
        byte[] sequence = "\033[200~\033[A\033OH\033[3~".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 8; i++) {
            bytes[random.nextInt(bytes.length)] = sequence[random.nextInt(sequence.length)];
        }
    }
}
