package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R11.61, R11.69: content with escapes is what the receiver makes of it, whatever the pairs. */
class TrzszEscapesTest {
    /** All fifteen of trzsz, as {@code --escape} agrees on them. */
    private static final String OF_TRZSZ =
            pair("\u00ee", "\u00ee\u00ee") + "," + pair("~", "\u00ee1") + "," + controls();

    private static String controls() {
        String characters = "\2\r\20\21\23\30\33\35\u008d\u0090\u0091\u0093\u009d";
        return IntStream.range(0, characters.length())
                .mapToObj(i -> pair(characters.substring(i, i + 1), "\u00ee" + (char) ('A' + i)))
                .collect(Collectors.joining(","));
    }

    private static String pair(String meant, String written) {
        return Json.createArrayBuilder().add(meant).add(written).build().toString();
    }

    private static JsonArray pairs(String text) {
        return Json.createReader(new StringReader("[" + text + "]")).readArray();
    }

    private static String read(String pairs, String escaped, int cut) {
        TrzszContent content = new TrzszContent();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        TrzszContent.Sink sink = (bytes, length) -> read.write(bytes, 0, length);
        content.escapes(TrzszEscapes.of(pairs(pairs)).orElseThrow());
        byte[] bytes = escaped.getBytes(StandardCharsets.ISO_8859_1);
        content.escaped(bytes, cut, sink);
        byte[] rest = escaped.substring(cut).getBytes(StandardCharsets.ISO_8859_1);
        content.escaped(rest, rest.length, sink);
        content.end(sink);
        content.close();
        return read.toString(StandardCharsets.ISO_8859_1);
    }

    /** As trzsz's receiver does it: where a pair fits, what it stands for, else the byte. */
    private static String receiver(JsonArray pairs, String escaped) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < escaped.length(); i++) {
            int at = i;
            String meant = pairs.stream()
                    .map(TrzszContent::texts)
                    .filter(pair -> escaped.startsWith(pair.getLast(), at))
                    .map(pair -> pair.getFirst())
                    .findFirst()
                    .orElse("");
            read.append(meant.isEmpty() ? escaped.substring(i, i + 1) : meant);
            i += meant.length();
        }
        return read.toString();
    }

    @Test
    void whatTrzszEscapesIsRead() {
        String every =
                "\u00ee\u00ee\u00ee1\u00eeA\u00eeB\u00eeC\u00eeD\u00eeE\u00eeF\u00eeG\u00eeH\u00eeI\u00eeJ\u00eeK\u00eeL\u00eeMA";

        for (int cut = 0; cut <= every.length(); cut++) {
            assertThat(read(OF_TRZSZ, every, cut))
                    .as("cut at %d", cut)
                    .isEqualTo("\u00ee~\2\r\20\21\23\30\33\35\u008d\u0090\u0091\u0093\u009dA");
        }
    }

    @Test
    void anyContentIsReadAsTheReceiverReadsIt() {
        String odd = pair("a", "xy") + "," + pair("b", "yx") + "," + pair("c", "xy") + "," + pair("d", "\u00ee1");
        String letters = "abxy1A\u00ee";
        for (String pairs : new String[] {OF_TRZSZ, odd, ""}) {
            for (int seed = 0; seed < 2000; seed++) {
                Random random = new Random(seed);
                StringBuilder escaped = new StringBuilder();
                for (int i = 0; i < 12; i++) {
                    escaped.append(letters.charAt(random.nextInt(letters.length())));
                }
                assertThat(read(pairs, escaped.toString(), random.nextInt(13)))
                        .as("%s with %s", escaped, pairs)
                        .isEqualTo(receiver(pairs(pairs), escaped.toString()));
            }
        }
    }

    @Test
    void moreThanOnePairForEachByteAreRefused() {
        assertThat(TrzszEscapes.of(pairs(many(TrzszEscapes.MOST)))).isPresent();
        assertThat(TrzszEscapes.of(pairs(many(TrzszEscapes.MOST + 1)))).isEmpty();
    }

    static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> pair("" + (char) (i % 256), "" + (char) (i / 256) + (char) (i % 256)))
                .collect(Collectors.joining(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "\"abc\"",
                "[]",
                "[\"a\"]",
                "[\"ab\",\"c\"]",
                "[\"€\",\"xy\"]",
                "[\"a\",\"x€\"]",
                "[\"a\",\"xyz\"]"
            })
    void whatIsNoPairIsRefused(String odd) {
        assertThat(TrzszEscapes.of(pairs(odd))).isEmpty();
    }
}
