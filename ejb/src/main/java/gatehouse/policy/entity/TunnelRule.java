package gatehouse.policy.entity;

import gatehouse.kernel.FieldChecks;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where connections may be forwarded to from an asset, as host and port pairs: {@code @ASSET:*}, {@code db.example.org:5432},
 * {@code *.example.org:80-90}, {@code 10.1.0.0/16:*}, {@code [fd00::/8]:443}, {@code *:*}. {@code @ASSET} is the asset itself: its
 * loopback and its own address. Without any pair: {@code @ASSET:*}.
 *
 * <p>Hosts are compared as they are written, for only the asset can resolve them; a name never matches a network. What is not
 * written as names and addresses are is no destination of any rule: what the asset would read in it nobody knows.
 */
public record TunnelRule(List<HostAndPorts> pairs) {
    /** The asset itself, and nothing else. */
    public static final TunnelRule ASSET_ONLY = new TunnelRule(List.of());

    private static final int MOST_PAIRS = 50;
    private static final List<HostAndPorts> ASSET = List.of(HostAndPorts.parse("@ASSET:*"));

    public TunnelRule {
        pairs = List.copyOf(pairs);
        if (pairs.size() > MOST_PAIRS) {
            throw PolicyProblem.PERMISSION_INVALID.problem("a permission names up to 50 destinations of tunnels");
        }
    }

    /** @throws gatehouse.kernel.ProblemException {@code PERMISSION_INVALID} */
    public static TunnelRule parse(Collection<String> words) {
        FieldChecks checks = new FieldChecks();
        Set<HostAndPorts> pairs = new LinkedHashSet<>();
        int at = 0;
        for (String word : words) {
            if (checks.areFull()) {
                break;
            }
            String stripped = word.strip();
            String place = "[" + at++ + "]";
            if (!stripped.isEmpty()) {
                checks.read(place, () -> HostAndPorts.parse(stripped)).ifPresent(pairs::add);
            }
        }
        return checks.whole(() -> new TunnelRule(List.copyOf(pairs)));
    }

    /** The same as a list of words. */
    public List<String> words() {
        return pairs.stream().map(HostAndPorts::toString).toList();
    }

    /** @param assetAddress what {@code @ASSET} stands for, beside the loopback */
    public boolean reaches(TunnelDestination destination, String assetAddress) {
        return destination.isPlain()
                && (pairs.isEmpty() ? ASSET : pairs)
                        .stream().anyMatch(pair -> pair.includes(destination, assetAddress));
    }
}
