package gatehouse.inventory.entity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The platforms that come with Gatehouse. Their ids never change; version nibble 8 (RFC 9562 section 5.8) marks them as made by
 * hand.
 */
public final class BuiltInPlatforms {
    private static final PlatformProtocol SSH = protocol("ssh", 22, true);
    private static final PlatformProtocol SFTP = protocol("sftp", 22, false);
    private static final PlatformProtocol TELNET = protocol("telnet", 23, false);
    private static final PlatformProtocol VNC = protocol("vnc", 5900, false);
    private static final PlatformProtocol RDP = protocol("rdp", 3389, true);
    private static final PlatformProtocol LEGACY_SSH =
            new PlatformProtocol("ssh", 22, true, Map.of("legacy_algorithms", "true"));

    public static final Platform LINUX = host(1, "Linux", "linux", SuMethod.SUDO, SSH, SFTP, TELNET, VNC);
    public static final Platform UNIX = host(2, "Unix", "unix", SuMethod.SU, SSH, SFTP, TELNET, VNC);
    public static final Platform MACOS = host(3, "macOS", "unix", SuMethod.SUDO, SSH, SFTP, VNC);
    public static final Platform BSD = host(4, "BSD", "unix", SuMethod.SU, SSH, SFTP, TELNET, VNC);
    public static final Platform AIX = host(5, "AIX", "unix", SuMethod.SU, SSH, SFTP, TELNET);
    public static final Platform GATEWAY = host(6, "Gateway", "linux", SuMethod.NONE, SSH, SFTP);
    public static final Platform WINDOWS =
            host(7, "Windows", "windows", SuMethod.NONE, RDP, protocol("ssh", 22, false), SFTP, VNC);
    public static final Platform NETWORK_DEVICE = device(20, "Network device", "general", SuMethod.NONE, SSH);
    public static final Platform LEGACY_DEVICE =
            device(21, "Network device (legacy algorithms)", "general", SuMethod.NONE, LEGACY_SSH);
    public static final Platform CISCO = device(22, "Cisco", "cisco", SuMethod.ENABLE, SSH);
    public static final Platform HUAWEI = device(23, "Huawei", "huawei", SuMethod.SUPER, SSH);
    public static final Platform H3C = device(24, "H3C", "h3c", SuMethod.SUPER_LEVEL, SSH);

    private static final List<Platform> ALL =
            List.of(LINUX, UNIX, MACOS, BSD, AIX, GATEWAY, WINDOWS, NETWORK_DEVICE, LEGACY_DEVICE, CISCO, HUAWEI, H3C);

    private BuiltInPlatforms() {}

    public static List<Platform> all() {
        return ALL;
    }

    public static Optional<Platform> find(PlatformId id) {
        return ALL.stream().filter(platform -> platform.id().equals(id)).findFirst();
    }

    private static Platform host(int number, String name, String type, SuMethod su, PlatformProtocol... protocols) {
        return platform(number, new PlatformDetails(name, Category.HOST, type, "UTF-8", su, List.of(protocols)));
    }

    private static Platform device(int number, String name, String type, SuMethod su, PlatformProtocol ssh) {
        return platform(
                number, new PlatformDetails(name, Category.DEVICE, type, "UTF-8", su, List.of(ssh, TELNET, SFTP)));
    }

    private static Platform platform(int number, PlatformDetails details) {
        return Platform.builtIn(new PlatformId(new UUID(0x8000L, 0x8000_0000_0000_0000L | number)), details);
    }

    private static PlatformProtocol protocol(String name, int port, boolean primary) {
        return new PlatformProtocol(name, port, primary, Map.of());
    }
}
