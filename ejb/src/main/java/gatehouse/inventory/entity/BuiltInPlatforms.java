package gatehouse.inventory.entity;

import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The platforms that come with Gatehouse. Their ids never change; version nibble 8 (RFC 9562 section 5.8) marks them as made by
 * hand. Which protocols such machines speak is said here by name, the one to be tried first in front; ports and settings are their
 * descriptors'.
 */
public final class BuiltInPlatforms {
    private static final String SSH = "ssh";
    private static final String SFTP = "sftp";
    private static final String TELNET = "telnet";
    private static final String VNC = "vnc";
    private static final String RDP = "rdp";

    /** Ports of protocols whose connectors are still to come: these will say it themselves. */
    private static final Map<String, Integer> NOT_DESCRIBED = Map.of(VNC, 5900, RDP, 3389);

    public static final Platform LINUX = host(1, "Linux", "linux", SuMethod.SUDO, SSH, SFTP, TELNET, VNC);
    public static final Platform UNIX = host(2, "Unix", "unix", SuMethod.SU, SSH, SFTP, TELNET, VNC);
    public static final Platform MACOS = host(3, "macOS", "unix", SuMethod.SUDO, SSH, SFTP, VNC);
    public static final Platform BSD = host(4, "BSD", "unix", SuMethod.SU, SSH, SFTP, TELNET, VNC);
    public static final Platform AIX = host(5, "AIX", "unix", SuMethod.SU, SSH, SFTP, TELNET);
    public static final Platform GATEWAY = host(6, "Gateway", "linux", SuMethod.NONE, SSH, SFTP);
    public static final Platform WINDOWS = host(7, "Windows", "windows", SuMethod.NONE, RDP, SSH, SFTP, VNC);
    public static final Platform NETWORK_DEVICE =
            device(20, "Network device", "general", SuMethod.NONE, ProtocolAge.CURRENT);
    public static final Platform LEGACY_DEVICE =
            device(21, "Network device (legacy algorithms)", "general", SuMethod.NONE, ProtocolAge.OUTDATED);
    public static final Platform CISCO = device(22, "Cisco", "cisco", SuMethod.ENABLE, ProtocolAge.CURRENT);
    public static final Platform HUAWEI = device(23, "Huawei", "huawei", SuMethod.SUPER, ProtocolAge.CURRENT);
    public static final Platform H3C = device(24, "H3C", "h3c", SuMethod.SUPER_LEVEL, ProtocolAge.CURRENT);

    private static final List<Platform> ALL =
            List.of(LINUX, UNIX, MACOS, BSD, AIX, GATEWAY, WINDOWS, NETWORK_DEVICE, LEGACY_DEVICE, CISCO, HUAWEI, H3C);

    /** What such machines know of their protocols. */
    private enum ProtocolAge {
        CURRENT,
        OUTDATED
    }

    private BuiltInPlatforms() {}

    public static List<Platform> all() {
        return ALL;
    }

    public static Optional<Platform> find(PlatformId id) {
        return ALL.stream().filter(platform -> platform.id().equals(id)).findFirst();
    }

    private static Platform host(int number, String name, String type, SuMethod su, String... protocols) {
        return platform(
                number,
                new PlatformDetails(
                        name, Category.HOST, type, "UTF-8", su, spoken(ProtocolAge.CURRENT, List.of(protocols))));
    }

    private static Platform device(int number, String name, String type, SuMethod su, ProtocolAge age) {
        return platform(
                number,
                new PlatformDetails(name, Category.DEVICE, type, "UTF-8", su, spoken(age, List.of(SSH, TELNET, SFTP))));
    }

    private static Platform platform(int number, PlatformDetails details) {
        return Platform.builtIn(new PlatformId(new UUID(0x8000L, 0x8000_0000_0000_0000L | number)), details);
    }

    private static List<PlatformProtocol> spoken(ProtocolAge age, List<String> protocols) {
        return protocols.stream()
                .map(protocol -> spoken(age, protocol, protocol.equals(protocols.getFirst())))
                .toList();
    }

    private static PlatformProtocol spoken(ProtocolAge age, String protocol, boolean primary) {
        if (NOT_DESCRIBED.containsKey(protocol)) {
            return new PlatformProtocol(protocol, NOT_DESCRIBED.get(protocol), primary, Map.of());
        }
        ProtocolDescriptor described = KnownProtocols.all().require(protocol);
        Map<String, String> settings = switch (age) {
            case CURRENT -> Map.of();
            case OUTDATED -> described.outdatedSettings();
        };
        return new PlatformProtocol(protocol, described.port(), primary, settings);
    }
}
