package gatehouse.session.control.inline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** R11.69 */
class TrzszParserTest {
    private static final Pattern BEHIND = Pattern.compile("[!\\s]+\\z");

    @Test
    void whatStandsBehindALineIsStripped() {
        String letters = "!! \t\r\u000b\f\u0085\u00a0\0a=";
        for (int seed = 0; seed < 5000; seed++) {
            Random random = new Random(seed);
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                line.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(TrzszParser.stripped(line.toString()))
                    .as("seed %d", seed)
                    .isEqualTo(BEHIND.matcher(line).replaceAll(""));
        }
    }
}
