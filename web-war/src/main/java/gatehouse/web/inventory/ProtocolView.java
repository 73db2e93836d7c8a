package gatehouse.web.inventory;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import java.util.List;

/**
 * A protocol as its connector describes it.
 *
 * @param title as people write it
 * @param port default TCP port
 * @param carrier the protocol on whose wire it runs, mostly itself: those of one carrier come by one server
 * @param surfaces what it opens: TERMINAL, COMMAND, FILES, TUNNEL
 * @param proofs what accounts may be kept as: PASSWORD, PRIVATE_KEY
 * @param settings that a platform may say of it
 * @param usual meant where no protocol is named
 * @param gateway leads through gateways
 * @param hostKeys its targets prove who they are with keys
 */
public record ProtocolView(
        String name,
        String title,
        int port,
        String carrier,
        List<String> surfaces,
        List<String> proofs,
        List<Setting> settings,
        boolean usual,
        boolean gateway,
        boolean hostKeys) {
    /**
     * @param type FLAG ({@code true} or {@code false}) or PATTERN (a regular expression in RE2's syntax)
     * @param usual holds where a platform says nothing
     */
    public record Setting(String key, String type, String usual) {
        static Setting from(ProtocolSetting setting) {
            return new Setting(setting.key(), setting.type().name(), setting.usual());
        }
    }

    static ProtocolView from(ProtocolDescriptor protocol) {
        return new ProtocolView(
                protocol.name(),
                protocol.title(),
                protocol.port(),
                protocol.carrier(),
                protocol.surfaces().stream().map(Enum::name).sorted().toList(),
                protocol.proofs().stream().map(Enum::name).sorted().toList(),
                protocol.settings().stream().map(Setting::from).toList(),
                protocol.isUsual(),
                protocol.isGateway(),
                protocol.hasHostKeys());
    }
}
