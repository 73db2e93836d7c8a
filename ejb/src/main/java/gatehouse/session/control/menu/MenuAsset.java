package gatehouse.session.control.menu;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A row of the menu: an asset that the caller may reach by at least one terminal protocol now.
 *
 * @param ports of the protocols that are at another port here than usual
 * @param protocols names of terminal protocols allowed here, the preferred one first; never empty
 * @param organisation name of the organisation, empty when there is only one
 * @param comment empty when there is none
 */
public record MenuAsset(
        UUID id,
        String name,
        String address,
        String platform,
        String organisation,
        String comment,
        List<String> protocols,
        Map<String, Integer> ports) {
    public MenuAsset {
        ports = Map.copyOf(ports);
        protocols = List.copyOf(protocols);
    }

    /** Those that are worth saying, in the order of the protocols; empty when all are the usual ones. */
    String unusualPorts() {
        return protocols.stream()
                .filter(ports::containsKey)
                .map(protocol -> Integer.toString(ports.get(protocol)))
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** With its port, where that is not the usual one. */
    String protocolAndPort(String protocol) {
        return ports.containsKey(protocol) ? protocol + " " + ports.get(protocol) : protocol;
    }
}
