package gatehouse.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
}
