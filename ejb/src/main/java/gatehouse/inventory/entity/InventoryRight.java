package gatehouse.inventory.entity;

import gatehouse.kernel.Right;

/** What roles allow in the inventory. */
public enum InventoryRight implements Right {
    ASSET_VIEW("inventory.asset.view"),
    ASSET_CHANGE("inventory.asset.change"),
    NODE_CHANGE("inventory.node.change"),
    PLATFORM_CHANGE("inventory.platform.change"),
    ZONE_CHANGE("inventory.zone.change"),
    HOST_KEY_VIEW("inventory.host-key.view"),
    HOST_KEY_ACCEPT("inventory.host-key.accept");

    private final String code;

    InventoryRight(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
