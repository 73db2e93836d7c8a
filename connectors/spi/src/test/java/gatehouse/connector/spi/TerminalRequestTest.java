package gatehouse.connector.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalRequestTest {
    @Test
    void withoutLocaleKeepsEverythingElse() {
        Map<String, String> sent = Map.of("LANG", "C.UTF-8", "LC_TIME", "zh_CN.UTF-8", "LANGUAGE", "zh", "TZ", "UTC");
        TerminalRequest request =
                new TerminalRequest(TerminalRequest.Kind.SHELL, "", Optional.empty(), sent).withoutLocale();

        assertThat(request.environment()).isEqualTo(Map.of("TZ", "UTC"));
        assertThat(request.kind()).isEqualTo(TerminalRequest.Kind.SHELL);
    }
}
