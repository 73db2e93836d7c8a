package gatehouse.session.control.menu;

import java.util.List;
import java.util.UUID;

/**
 * A row of the menu: an asset that the caller may reach by at least one terminal protocol now.
 *
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
        List<String> protocols) {
    public MenuAsset {
        protocols = List.copyOf(protocols);
    }
}
