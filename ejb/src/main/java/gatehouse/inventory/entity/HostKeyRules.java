package gatehouse.inventory.entity;

import gatehouse.setting.entity.Setting;

/**
 * What happens when a machine is seen for the first time.
 *
 * @param acceptFirstUse true: the key is trusted and recorded; false: the connection is refused until an administrator accepts the
 *     key
 */
@Setting("host-keys")
public record HostKeyRules(boolean acceptFirstUse) {
    public HostKeyRules() {
        this(false);
    }
}
