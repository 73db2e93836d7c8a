package gatehouse.inventory.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong with platforms, assets, nodes, zones and host keys. */
public enum InventoryProblem implements ProblemCode {
    ASSET_MISSING(Kind.NOT_FOUND),
    ASSET_INVALID(Kind.INVALID),
    ASSET_NAME_TAKEN(Kind.CONFLICT),
    CHANGED_MEANWHILE(Kind.CONFLICT),
    PROTOCOL_INVALID(Kind.INVALID),
    LABEL_INVALID(Kind.INVALID),
    NODE_MISSING(Kind.NOT_FOUND),
    NODE_INVALID(Kind.INVALID),
    NODE_NAME_TAKEN(Kind.CONFLICT),
    NODE_NOT_EMPTY(Kind.CONFLICT),
    NODE_BELOW_ITSELF(Kind.CONFLICT),
    PLATFORM_MISSING(Kind.NOT_FOUND),
    PLATFORM_INVALID(Kind.INVALID),
    PLATFORM_NAME_TAKEN(Kind.CONFLICT),
    PLATFORM_BUILT_IN(Kind.CONFLICT),
    PLATFORM_IN_USE(Kind.CONFLICT),
    ZONE_MISSING(Kind.NOT_FOUND),
    ZONE_INVALID(Kind.INVALID),
    ZONE_NAME_TAKEN(Kind.CONFLICT),
    ZONE_RING(Kind.CONFLICT),
    ZONE_IN_USE(Kind.CONFLICT),
    ZONE_WITHOUT_GATEWAY(Kind.UNAVAILABLE),
    GATEWAY_MISSING(Kind.NOT_FOUND),
    GATEWAY_INVALID(Kind.INVALID),
    HOST_KEY_MISSING(Kind.NOT_FOUND);

    private final Kind kind;

    InventoryProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
