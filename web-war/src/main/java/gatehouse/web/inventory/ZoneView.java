package gatehouse.web.inventory;

import gatehouse.inventory.entity.Zone;
import gatehouse.inventory.entity.ZoneId;
import java.util.Optional;

/** A network that is reached through gateways. */
public record ZoneView(String id, String name, Optional<String> parent, String comment) {
    static ZoneView from(Zone zone) {
        return new ZoneView(zone.id().toString(), zone.name(), zone.parent().map(ZoneId::toString), zone.comment());
    }
}
