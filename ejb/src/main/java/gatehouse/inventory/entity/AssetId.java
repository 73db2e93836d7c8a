package gatehouse.inventory.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;

/** Identifies an asset: a machine, device or service that people reach. */
public record AssetId(UUID value) implements Serializable {
    public AssetId {
        Objects.requireNonNull(value);
    }

    public static AssetId next() {
        return new AssetId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} when {@code text} is not a UUID */
    public static AssetId parse(String text) {
        return new AssetId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
