package gatehouse.inventory.entity;

import java.util.Map;

/**
 * A protocol that a platform's assets may speak.
 *
 * @param port default TCP port
 * @param primary tried first; a platform has one
 * @param settings of this protocol on this platform; the protocol's connector knows the keys and their defaults
 */
public record PlatformProtocol(String name, int port, boolean primary, Map<String, String> settings) {
    public PlatformProtocol {
        settings = Map.copyOf(settings);
        name = new ProtocolEndpoint(name, port).protocol();
    }
}
