package gatehouse.session.control.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TranscoderTest {
    private static final Charset GBK = Charset.forName("GBK");
    private static final String TEXT = "ls 中文目录/\r\n总用量 12\u001b[31m，完。€$ ";

    private static byte[] inPieces(Transcoder transcoder, byte[] bytes, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < bytes.length) {
            int length = 1 + random.nextInt(Math.min(3, bytes.length - at));
            out.writeBytes(transcoder.translate(bytes, at, length));
            at += length;
        }
        return out.toByteArray();
    }

    @Test
    void charactersThatAreCutAreWholeInBothDirections() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] shown = inPieces(new Transcoder(GBK, StandardCharsets.UTF_8), TEXT.getBytes(GBK), random);
            assertThat(new String(shown, StandardCharsets.UTF_8)).isEqualTo(TEXT);
            byte[] typed = inPieces(
                    new Transcoder(StandardCharsets.UTF_8, GBK), TEXT.getBytes(StandardCharsets.UTF_8), random);
            assertThat(new String(typed, GBK)).isEqualTo(TEXT);
        }
    }

    @Test
    void halfACharacterWaitsForItsOtherHalf() {
        Transcoder transcoder = new Transcoder(GBK, StandardCharsets.UTF_8);
        byte[] bytes = "中".getBytes(GBK);
        assertThat(transcoder.translate(bytes, 0, 1)).isEmpty();
        assertThat(transcoder.translate(bytes, 1, 1)).isEqualTo("中".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rubbishBecomesReplacementsAndNothingIsHeldBackForLong() {
        Random random = new Random(1);
        Transcoder transcoder = new Transcoder(GBK, StandardCharsets.UTF_8);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(64)];
            random.nextBytes(bytes);
            transcoder.translate(bytes, 0, bytes.length);
        }
        byte[] after = "\nok\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(new String(transcoder.translate(after, 0, after.length), StandardCharsets.UTF_8))
                .endsWith("ok\n");
    }

    @Test
    void whatTheTargetCannotSayIsReplaced() {
        Transcoder transcoder = new Transcoder(StandardCharsets.UTF_8, GBK);
        byte[] bytes = "a😀b".getBytes(StandardCharsets.UTF_8);
        assertThat(new String(transcoder.translate(bytes, 0, bytes.length), GBK))
                .isEqualTo("a?b");
    }
}
