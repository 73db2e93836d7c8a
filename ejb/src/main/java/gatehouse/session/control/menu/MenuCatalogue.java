package gatehouse.session.control.menu;

import gatehouse.kernel.Page;
import java.util.List;
import java.util.UUID;

/**
 * What one caller may reach, as the menu asks for it: made for that caller, asked on the menu's virtual thread, may block. Problems
 * are shown to the person.
 */
public interface MenuCatalogue {
    /** @param limit 1 to 1000 rows from {@code offset}, in an order that stays the same between calls */
    Page<MenuAsset> assets(MenuQuery query, int offset, int limit);

    /** Assets whose id, name or address is exactly {@code text}, whatever the case; at most a hundred. */
    List<MenuAsset> named(String text);

    /** Depth first, in the tree's order; only nodes with something reachable. */
    List<MenuNode> nodes();

    /** Accounts that may be used on {@code asset} by {@code protocol}, stored ones first. */
    List<MenuAccount> accounts(UUID asset, String protocol);

    /** Forgets what was cached for this caller. */
    void refresh();
}
