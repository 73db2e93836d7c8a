package gatehouse.connector.ssh.outbound;

import java.util.Map;

/**
 * What a platform may say of how its machines speak SSH.
 *
 * @param legacyAlgorithms {@code legacy_algorithms}: also offer SHA-1 key exchange and signatures, CBC ciphers and DSA host keys,
 *     for old devices; {@code false} when not said
 */
record HostSettings(boolean legacyAlgorithms) {
    static HostSettings from(Map<String, String> settings) {
        return new HostSettings(Boolean.parseBoolean(settings.getOrDefault("legacy_algorithms", "false")));
    }
}
