package gatehouse.inventory.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** R6.7 */
class PlatformDetailsTest {
    private static final Map<String, String> PROMPT = Map.of("password_prompt", "Password:");

    @Test
    void howPasswordsAreTypedIsTheWayToSwitchAndTheSettings() {
        PlatformDetails before = details("switch", SuMethod.ENABLE, 23, PROMPT);

        assertThat(details("switch", SuMethod.SU, 23, PROMPT).typesOtherwise(before))
                .isTrue();
        assertThat(details("switch", SuMethod.ENABLE, 23, Map.of("password_prompt", "$"))
                        .typesOtherwise(before))
                .isTrue();
        assertThat(details("switch", SuMethod.ENABLE, 23, Map.of()).typesOtherwise(before))
                .isTrue();
        assertThat(details("old switch", SuMethod.ENABLE, 2323, PROMPT).typesOtherwise(before))
                .isFalse();
    }

    private static PlatformDetails details(String name, SuMethod suMethod, int port, Map<String, String> settings) {
        return new PlatformDetails(
                name,
                Category.DEVICE,
                "switch",
                "UTF-8",
                suMethod,
                List.of(
                        new PlatformProtocol("telnet", port, true, settings),
                        new PlatformProtocol("ssh", 22, false, Map.of())));
    }
}
