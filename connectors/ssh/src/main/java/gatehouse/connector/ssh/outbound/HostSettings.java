package gatehouse.connector.ssh.outbound;

import gatehouse.connector.ssh.SshDescriptor;
import java.util.Map;

/**
 * What a platform may say of how its machines speak SSH.
 *
 * @param legacyAlgorithms {@link SshDescriptor#LEGACY_ALGORITHMS}
 */
record HostSettings(boolean legacyAlgorithms) {
    static HostSettings from(Map<String, String> settings) {
        return new HostSettings(Boolean.parseBoolean(SshDescriptor.LEGACY_ALGORITHMS.in(settings)));
    }
}
