package gatehouse.web.inventory;

import gatehouse.inventory.entity.ZoneDetails;
import gatehouse.inventory.entity.ZoneId;
import gatehouse.web.Given;
import java.util.Optional;

/** @param parent id of the zone in which this zone's gateways are; absent when they are reached directly */
public record NewZone(String name, Optional<String> parent, Optional<String> comment) {
    static NewZone from(ZoneDetails details) {
        return new NewZone(details.name(), details.parent().map(ZoneId::toString), Optional.of(details.comment()));
    }

    ZoneDetails details() {
        return new ZoneDetails(name, Given.member(parent, ZoneId::parse), comment.orElse(""));
    }
}
