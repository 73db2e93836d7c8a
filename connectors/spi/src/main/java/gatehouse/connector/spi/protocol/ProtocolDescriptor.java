package gatehouse.connector.spi.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One protocol, as its connector describes it. A public class with a constructor without parameters, named in {@code META-INF/services}
 * (R3.2).
 *
 * <p>Example: SFTP is called {@code sftp}, runs on the wire of {@code ssh}, offers files and nothing else, and is asked for as the
 * subsystem {@code sftp}.
 */
public interface ProtocolDescriptor {
    /** As in rows, permissions, requests and sign-in forms: {@code [a-z][a-z0-9_-]{0,31}}, for example {@code ssh}. */
    String name();

    /** As people write it: {@code SSH}. */
    String title();

    /** TCP port of targets of which nothing else is said. */
    int port();

    Set<Surface> surfaces();

    /** What targets let somebody in for. */
    Set<Proof> proofs();

    /**
     * The protocol on whose wire this one runs: its connection factory is in JNDI as {@code java:/gatehouse/connector/<carrier>}, and
     * what a platform says of it holds here, too. Mostly the protocol itself.
     */
    default String carrier() {
        return name();
    }

    /** What a platform may say of it. */
    default List<ProtocolSetting> settings() {
        return List.of();
    }

    /** Settings for machines that know only what is outdated; empty when there is no difference. */
    default Map<String, String> outdatedSettings() {
        return Map.of();
    }

    /** The subsystem that carries files, as in {@link gatehouse.connector.spi.TerminalRequest#command()}. */
    default Optional<String> fileSubsystem() {
        return Optional.empty();
    }

    /** Meant where nobody names a protocol. */
    default boolean isUsual() {
        return false;
    }

    /** Leads through gateways, to targets of whatever protocol. */
    default boolean isGateway() {
        return false;
    }

    /** Whether targets prove who they are with keys, which {@link gatehouse.connector.spi.TrustCheck} is asked about. */
    default boolean hasHostKeys() {
        return false;
    }

    /** The server by which people come in; empty when nobody comes by this protocol. */
    default Optional<InboundDescriptor> inbound() {
        return Optional.empty();
    }

    /** What is wrong with the settings of a platform. Keys that are not this protocol's are ignored. */
    default Optional<String> complaint(Map<String, String> given) {
        return settings().stream()
                .flatMap(setting -> setting.complaint(given).stream())
                .findFirst();
    }
}
