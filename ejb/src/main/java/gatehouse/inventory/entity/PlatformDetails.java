package gatehouse.inventory.entity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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
        if (name.isEmpty() || name.length() > 128 || name.chars().anyMatch(Character::isISOControl)) {
            throw InventoryProblem.PLATFORM_INVALID.problem("the name must have 1 to 128 printable characters");
        }
        if (!CHARSETS.contains(charset)) {
            throw InventoryProblem.PLATFORM_INVALID.problem("the charset must be UTF-8 or GBK");
        }
        var names = protocols.stream().map(PlatformProtocol::name).collect(Collectors.toSet());
        if (names.isEmpty() || names.size() < protocols.size()) {
            throw InventoryProblem.PLATFORM_INVALID.problem("a platform needs protocols, each once");
        }
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
        protocols.forEach(PlatformDetails::requireSettings);
    }

    private static void requireSettings(PlatformProtocol protocol) {
        KnownProtocols.all()
                .find(protocol.name())
                .flatMap(described -> described.complaint(protocol.settings()))
                .ifPresent(complaint -> {
                    throw InventoryProblem.PLATFORM_INVALID.problem(protocol.name() + ": " + complaint);
                });
    }
}
