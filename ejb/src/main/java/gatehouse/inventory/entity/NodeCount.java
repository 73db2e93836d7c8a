package gatehouse.inventory.entity;

/**
 * A node with what is in it.
 *
 * @param assets in it and below, each counted once
 */
public record NodeCount(Node node, long assets, boolean hasChildren) {}
