package gatehouse.connector.spi.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.ProblemException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R3.1, R3.3 */
class ProtocolsTest {
    private static final ProtocolDescriptor SHELL =
            new Described("shell", "shell", Set.of(Surface.TERMINAL, Surface.FILES), true);
    private static final ProtocolDescriptor COPY = new Described("copy", "shell", Set.of(Surface.FILES), false);
    private static final ProtocolDescriptor PLAIN = new Described("plain", "plain", Set.of(Surface.TERMINAL), false);

    private final Protocols protocols = new Protocols(List.of(SHELL, COPY, PLAIN));

    private record Described(String name, String carrier, Set<Surface> surfaces, boolean isUsual)
            implements ProtocolDescriptor {
        @Override
        public String title() {
            return name;
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public Set<Proof> proofs() {
            return Set.of();
        }

        @Override
        public boolean isGateway() {
            return isUsual;
        }

        @Override
        public List<ProtocolSetting> settings() {
            return List.of(ProtocolSetting.flag("old", false), ProtocolSetting.pattern("prompt", "[$]"));
        }
    }

    @Test
    void filesComeByTheNarrowestProtocolOfAWire() {
        assertThat(protocols.filesBy("shell")).containsExactly("copy", "shell");
        assertThat(protocols.filesBy("copy")).containsExactly("copy", "shell");
        assertThat(protocols.filesBy("plain")).isEmpty();
        assertThat(protocols.filesBy("unheard")).isEmpty();
    }

    @Test
    void aProtocolThatNobodyDescribesIsItsOwnCarrierAndRefusedWhereItIsWanted() {
        assertThat(protocols.carrierOf("copy")).isEqualTo("shell");
        assertThat(protocols.carrierOf("unheard")).isEqualTo("unheard");
        assertThatThrownBy(() -> protocols.require("unheard"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("unheard");
    }

    @Test
    void protocolsAreFoundByWhatTheyOffer() {
        assertThat(protocols.offering(Surface.TERMINAL)).containsExactlyInAnyOrder("shell", "plain");
        assertThat(protocols.usual()).isEqualTo(SHELL);
        assertThat(protocols.gateway()).isEqualTo(SHELL);
    }

    @Test
    void connectorsThatClaimTheSameAreRefused() {
        assertThatThrownBy(() -> new Protocols(List.of(SHELL, SHELL))).hasMessageContaining("called shell");
        ProtocolDescriptor second = new Described("second", "second", Set.of(), true);
        assertThatThrownBy(() -> new Protocols(List.of(SHELL, second))).hasMessageContaining("[second, shell]");
        assertThatThrownBy(() -> new Protocols(List.of(PLAIN))).hasMessageContaining("[]");
    }

    @Test
    void settingsAreWhatTheirTypeSays() {
        assertThat(SHELL.complaint(Map.of("old", "True", "prompt", ">", "other", "(")))
                .isEmpty();
        assertThat(SHELL.complaint(Map.of("old", " "))).isEmpty();
        assertThat(SHELL.complaint(Map.of("old", "yes"))).hasValue("old must be true or false");
        assertThat(SHELL.complaint(Map.of("old", "true ")))
                .as("no reader takes this for true")
                .hasValue("old must be true or false");
        assertThat(SHELL.complaint(Map.of("prompt", "(")))
                .hasValueSatisfying(why -> assertThat(why).startsWith("prompt is not a regular expression"));
        for (String endless : List.of("(?:){300000000}x", "((x{99}){99}){99}", "(?<!a)b")) {
            assertThat(SHELL.complaint(Map.of("prompt", endless)))
                    .as(endless)
                    .hasValueSatisfying(why -> assertThat(why).startsWith("prompt "));
        }
        assertThat(SHELL.complaint(Map.of("prompt", "a".repeat(300)))).isEmpty();
        assertThat(SHELL.complaint(Map.of("prompt", "a".repeat(301))))
                .hasValue("prompt must have at most 300 characters");
    }

    @Test
    void aBlankSettingIsTheUsualOne() {
        ProtocolSetting prompt = ProtocolSetting.pattern("prompt", "[$]");
        assertThat(prompt.in(Map.of())).isEqualTo("[$]");
        assertThat(prompt.in(Map.of("prompt", " "))).isEqualTo("[$]");
        assertThat(prompt.in(Map.of("prompt", ">"))).isEqualTo(">");
        assertThat(prompt.isIn(Map.of("prompt", " "))).isFalse();
        assertThat(prompt.isIn(Map.of("prompt", "[$]"))).isTrue();
    }
}
