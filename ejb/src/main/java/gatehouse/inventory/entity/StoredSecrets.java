package gatehouse.inventory.entity;

import gatehouse.kernel.Scope;

/** Port: whether something that nobody can read is sent to an asset. Answered by vault. */
public interface StoredSecrets {
    boolean isAnyFor(Scope scope, AssetId asset);
}
