package gatehouse.inventory.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of asset something is, with the protocols that such assets speak.
 *
 * @param type finer than the category, for example {@code linux} or {@code cisco}
 * @param charset of terminal text: {@code UTF-8} or {@code GBK}
 * @param builtIn came with Gatehouse and cannot be deleted
 */
public record Platform(
        PlatformId id,
        String name,
        Category category,
        String type,
        String charset,
        SuMethod suMethod,
        List<PlatformProtocol> protocols,
        boolean builtIn) {
    public Platform {
        protocols = List.copyOf(protocols);
    }

    public Optional<PlatformProtocol> protocol(String protocol) {
        return protocols.stream().filter(p -> p.name().equals(protocol)).findFirst();
    }

    public SshSettings ssh() {
        return SshSettings.from(settings("ssh"));
    }

    public SftpSettings sftp() {
        return SftpSettings.from(settings("sftp"));
    }

    public TelnetSettings telnet() {
        return TelnetSettings.from(settings("telnet"));
    }

    private Map<String, String> settings(String protocol) {
        return protocol(protocol).map(PlatformProtocol::settings).orElse(Map.of());
    }
}
