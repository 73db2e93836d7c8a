package gatehouse.web.inventory;

import gatehouse.inventory.entity.Category;
import gatehouse.inventory.entity.PlatformDetails;
import gatehouse.inventory.entity.PlatformProtocol;
import gatehouse.inventory.entity.SuMethod;
import gatehouse.web.Given;
import gatehouse.web.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A platform as administrators write it.
 *
 * @param category HOST, DEVICE, DATABASE, CLOUD, WEB, DIRECTORY or CUSTOM
 * @param type finer, for example {@code linux}
 * @param charset UTF-8 (when absent) or GBK
 * @param suMethod NONE (when absent), SUDO, SU, ONLY_SUDO, ONLY_SU, ENABLE, SUPER or SUPER_LEVEL
 */
public record NewPlatform(
        String name,
        String category,
        String type,
        Optional<String> charset,
        Optional<String> suMethod,
        List<Protocol> protocols) {
    /**
     * @param port default TCP port
     * @param primary tried first
     * @param settings that the protocol's descriptor lists
     */
    public record Protocol(String name, int port, Optional<Boolean> primary, Optional<Map<String, String>> settings) {
        static Protocol from(PlatformProtocol protocol) {
            return new Protocol(
                    protocol.name(),
                    protocol.port(),
                    Optional.of(protocol.primary()),
                    Optional.of(protocol.settings()));
        }

        PlatformProtocol protocol() {
            return new PlatformProtocol(name, port, primary.orElse(false), settings.orElse(Map.of()));
        }
    }

    static NewPlatform from(PlatformDetails details) {
        return new NewPlatform(
                details.name(),
                details.category().name(),
                details.type(),
                Optional.of(details.charset()),
                Optional.of(details.suMethod().name()),
                details.protocols().stream().map(Protocol::from).toList());
    }

    PlatformDetails details() {
        Members members = new Members();
        Category kind =
                members.read("category", Category.CUSTOM, () -> Given.word(Category.class, "category", category));
        SuMethod method = members.read(
                "suMethod",
                SuMethod.NONE,
                () -> suMethod.map(word -> Given.word(SuMethod.class, "suMethod", word))
                        .orElse(SuMethod.NONE));
        List<PlatformProtocol> spoken = members.list("protocols", protocols, Protocol::protocol);
        return members.whole(() -> new PlatformDetails(name, kind, type, charset.orElse("UTF-8"), method, spoken));
    }
}
