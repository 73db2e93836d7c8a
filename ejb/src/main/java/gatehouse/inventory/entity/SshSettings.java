package gatehouse.inventory.entity;

import java.util.Map;

/**
 * How a platform speaks SSH.
 *
 * @param legacyAlgorithms allow SHA-1 key exchange and signatures, CBC ciphers and DSA host keys, for old devices
 */
public record SshSettings(boolean legacyAlgorithms) {
    public static final String LEGACY_ALGORITHMS = "legacy_algorithms";

    public static SshSettings from(Map<String, String> settings) {
        return new SshSettings(Boolean.parseBoolean(settings.getOrDefault(LEGACY_ALGORITHMS, "false")));
    }
}
