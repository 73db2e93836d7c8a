package gatehouse.inventory.entity;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.protocol.ProtocolSetting;
import gatehouse.kernel.FieldChecks;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an administrator says about a platform.
 *
 * @param name unique in the organisation, whatever the case; 1 to 128 characters
 * @param type finer than the category, for example {@code linux} or {@code cisco}
 * @param charset of terminal text: {@code UTF-8} or {@code GBK}
 * @param protocols at least one, each at most once
 */
public record PlatformDetails(
        String name,
        Category category,
        String type,
        String charset,
        SuMethod suMethod,
        List<PlatformProtocol> protocols) {
    private static final Set<String> CHARSETS = Set.of("UTF-8", "GBK");

    public PlatformDetails {
        name = name.strip();
        type = type.strip();
        charset = charset.strip().toUpperCase(Locale.ROOT);
        protocols = List.copyOf(protocols);
        check(name, charset, protocols);
    }

    private static void check(String name, String charset, List<PlatformProtocol> protocols) {
        InventoryProblem invalid = InventoryProblem.PLATFORM_INVALID;
        boolean named = !name.isEmpty() && name.length() <= 128 && name.chars().noneMatch(Character::isISOControl);
        long different =
                protocols.stream().map(PlatformProtocol::name).distinct().count();
        boolean eachOnce = different > 0 && different == protocols.size();
        new FieldChecks()
                .require(named, "name", invalid, "the name must have 1 to 128 printable characters")
                .require(CHARSETS.contains(charset), "charset", invalid, "the charset must be UTF-8 or GBK")
                .require(eachOnce, "protocols", invalid, "a platform needs protocols, each once")
                .orThrow();
    }

    /** Whether passwords would be typed at another question than by {@code before}, by another command, or under other cryptography. */
    public boolean typesOtherwise(PlatformDetails before) {
        return suMethod != before.suMethod || !settings().equals(before.settings());
    }

    private Map<String, Map<String, String>> settings() {
        return protocols.stream()
                .filter(protocol -> !protocol.settings().isEmpty())
                .collect(Collectors.toMap(PlatformProtocol::name, PlatformProtocol::settings));
    }

    /**
     * Not of what is stored: what an earlier version let in can be read, and mended.
     *
     * @throws gatehouse.kernel.ProblemException {@code PLATFORM_INVALID}
     */
    public void requireSettings() {
        FieldChecks checks = new FieldChecks();
        for (int at = 0; at < protocols.size(); at++) {
            PlatformProtocol protocol = protocols.get(at);
            String place = "protocols[" + at + "].settings.";
            KnownProtocols.all()
                    .find(protocol.name())
                    .ifPresent(described -> checkSettings(checks, place, described, protocol.settings()));
        }
        checks.orThrow();
    }

    private static void checkSettings(
            FieldChecks checks, String place, ProtocolDescriptor described, Map<String, String> given) {
        for (ProtocolSetting setting : described.settings()) {
            String key = setting.key();
            Optional.ofNullable(given.get(key))
                    .flatMap(value -> described.complaint(Map.of(key, value)))
                    .map(complaint -> described.name() + ": " + complaint)
                    .ifPresent(complaint ->
                            checks.require(false, place + key, InventoryProblem.PLATFORM_INVALID, complaint));
        }
    }
}
