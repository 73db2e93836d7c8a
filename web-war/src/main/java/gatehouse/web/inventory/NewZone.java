package gatehouse.web.inventory;

import gatehouse.inventory.entity.ZoneDetails;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.web.Members;
import java.util.Optional;

/** @param parent id of the zone in which this zone's gateways are; absent when they are reached directly */
public record NewZone(String name, Optional<String> parent, Optional<String> comment) {
    static NewZone from(ZoneDetails details) {
        return new NewZone(details.name(), details.parent().map(ZoneId::toString), Optional.of(details.comment()));
    }

    ZoneDetails details() {
        Members members = new Members();
        Optional<ZoneId> above = members.id("parent", parent, ZoneId::parse);
        return members.whole(() -> new ZoneDetails(name, above, comment.orElse("")));
    }
}
