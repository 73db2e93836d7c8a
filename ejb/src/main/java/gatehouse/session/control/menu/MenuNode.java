package gatehouse.session.control.menu;

import java.util.UUID;

/**
 * A node of the asset tree with something below it that the caller may reach.
 *
 * @param depth 0 for a root
 * @param assets how many reachable assets are in it and below it
 */
public record MenuNode(UUID id, String name, int depth, long assets) {}
