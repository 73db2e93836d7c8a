package gatehouse.connector.spi.protocol;

import gatehouse.kernel.KernelProblem;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The protocols that connectors describe, by name. */
public final class Protocols {
    private final Map<String, ProtocolDescriptor> byName = new TreeMap<>();

    /** @throws IllegalStateException when two have one name, or more than one is usual or leads through gateways (R3.3) */
    public Protocols(Collection<? extends ProtocolDescriptor> described) {
        described.forEach(this::add);
        requireOne("usual", ProtocolDescriptor::isUsual);
        requireOne("gateway", ProtocolDescriptor::isGateway);
    }

    /** Those of all connectors whose classes {@code loader} sees. */
    public static Protocols seenBy(ClassLoader loader) {
        return new Protocols(ServiceLoader.load(ProtocolDescriptor.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .toList());
    }

    private void add(ProtocolDescriptor protocol) {
        if (byName.put(protocol.name(), protocol) != null) {
            throw new IllegalStateException("two connectors describe a protocol called " + protocol.name());
        }
    }

    private void requireOne(String what, Predicate<ProtocolDescriptor> is) {
        List<String> found = stream().filter(is).map(ProtocolDescriptor::name).toList();
        if (found.size() != 1) {
            throw new IllegalStateException("one protocol must be the " + what + " one, but these are: " + found);
        }
    }

    private Stream<ProtocolDescriptor> stream() {
        return byName.values().stream();
    }

    /** By name. */
    public List<ProtocolDescriptor> all() {
        return List.copyOf(byName.values());
    }

    public Optional<ProtocolDescriptor> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} */
    public ProtocolDescriptor require(String name) {
        return find(name)
                .orElseThrow(
                        () -> KernelProblem.VALUE_INVALID.problem("no connector of this Gatehouse speaks " + name));
    }

    /** The one that is meant where nobody names a protocol. */
    public ProtocolDescriptor usual() {
        return stream().filter(ProtocolDescriptor::isUsual).findFirst().orElseThrow();
    }

    /** The one that leads through gateways. */
    public ProtocolDescriptor gateway() {
        return stream().filter(ProtocolDescriptor::isGateway).findFirst().orElseThrow();
    }

    /** Names of those whose targets have this. */
    public Set<String> offering(Surface surface) {
        return stream()
                .filter(protocol -> protocol.surfaces().contains(surface))
                .map(ProtocolDescriptor::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the protocols that bring files over the wire of {@code protocol}, those that bring nothing else first. */
    public List<String> filesBy(String protocol) {
        String carrier = carrierOf(protocol);
        return stream()
                .filter(other -> other.carrier().equals(carrier))
                .filter(other -> other.surfaces().contains(Surface.FILES))
                .sorted(Comparator.comparingInt(other -> other.surfaces().size()))
                .map(ProtocolDescriptor::name)
                .toList();
    }

    /** {@code protocol} itself when nobody describes it. */
    public String carrierOf(String protocol) {
        return find(protocol).map(ProtocolDescriptor::carrier).orElse(protocol);
    }

    /** The name of the protocol whose wire has this subsystem. */
    public Optional<String> carryingFilesBy(String subsystem) {
        return stream()
                .filter(protocol ->
                        protocol.fileSubsystem().filter(subsystem::equals).isPresent())
                .map(ProtocolDescriptor::carrier)
                .findFirst();
    }

    /** Subsystems that carry files. */
    public Set<String> fileSubsystems() {
        return stream()
                .flatMap(protocol -> protocol.fileSubsystem().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The server that has this authority. */
    public Optional<InboundDescriptor> inboundOf(String authority) {
        return stream()
                .flatMap(protocol -> protocol.inbound().stream())
                .filter(inbound -> inbound.authority().equals(authority))
                .findFirst();
    }
}
