package gatehouse.connector.telnet;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** R3.2 */
class TelnetDescriptorTest {
    private final ProtocolDescriptor telnet =
            ServiceLoader.load(ProtocolDescriptor.class).findFirst().orElseThrow();

    @Test
    void theUsualPromptsArePatterns() {
        assertThat(telnet.name()).isEqualTo("telnet");
        assertThat(telnet.settings()).hasSize(4);
        assertThat(telnet.complaint(Map.of())).isEmpty();
    }

    @Test
    void promptsThatAreNoPatternsAreRefused() {
        assertThat(telnet.complaint(Map.of("failure_prompt", "(")))
                .hasValueSatisfying(why -> assertThat(why).contains("failure_prompt"));
    }
}
