package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Test;

class BodyLimitTest {
    @Test
    void aBodyUpToTheLimitIsReadWhole() throws IOException {
        assertThat(new BodyLimit.Bounded(new ByteArrayInputStream(new byte[8]), 8).readAllBytes())
                .hasSize(8);
    }

    @Test
    void oneByteMoreIsRefused() {
        var body = new BodyLimit.Bounded(new ByteArrayInputStream(new byte[9]), 8);
        assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
    }

    /** R12.5 */
    @Test
    void aStrangersBodyIsSmallerThanAPersonsAndOnlyLongOnesAreLong() throws NoSuchMethodException {
        assertThat(BodyLimit.most(method("strangers"))).isEqualTo(16 * 1024);
        assertThat(BodyLimit.most(method("persons"))).isEqualTo(256 * 1024);
        assertThat(BodyLimit.most(method("many"))).isEqualTo(1024 * 1024);
    }

    private static Method method(String name) throws NoSuchMethodException {
        return Routes.class.getMethod(name);
    }

    /** Public as those of resources are. */
    public interface Routes {
        @WithoutSignIn
        void strangers();

        void persons();

        @LongBody
        void many();
    }
}
