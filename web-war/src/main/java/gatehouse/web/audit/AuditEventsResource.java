package gatehouse.web.audit;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditContent;
import gatehouse.audit.entity.AuditField;
import gatehouse.audit.entity.AuditFilter;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditRight;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.Uuids;
import gatehouse.web.CurrentCaller;
import gatehouse.web.Given;
import gatehouse.web.Needs;
import gatehouse.web.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What happened. */
@Needs("audit.event.view")
@Path("/audits/events")
@Produces(MediaType.APPLICATION_JSON)
public class AuditEventsResource {
    private static final String HIDDEN = "•••";

    @Inject
    private AuditLog audit;

    @Inject
    private CurrentCaller caller;

    /** @param fields what is secret, or sensitive and not the caller's to see, reads as three dots */
    public record AuditEventView(
            UUID id,
            Instant at,
            String type,
            String actor,
            String address,
            String channel,
            Map<String, String> fields) {
        static AuditEventView from(AuditLeaf leaf, Caller viewer) {
            Map<String, String> fields = new LinkedHashMap<>();
            AuditContent.read(leaf.fields()).forEach((name, field) -> fields.put(name, shown(field, viewer)));
            return new AuditEventView(
                    leaf.id(), leaf.at(), leaf.type(), leaf.actorName(), leaf.address(), leaf.channel(), fields);
        }

        private static String shown(AuditField field, Caller viewer) {
            return switch (field.marking()) {
                case OPEN -> field.value();
                case SENSITIVE -> viewer.may(AuditRight.SENSITIVE_VIEW) ? field.value() : HIDDEN;
                case SECRET -> HIDDEN;
            };
        }
    }

    /**
     * @param type an event's type, or its beginning up to a dot
     * @param from inclusive, ISO 8601
     * @param until exclusive, ISO 8601
     */
    @GET
    public Page<AuditEventView> list(
            @BeanParam PageParameters page,
            @QueryParam("type") String type,
            @QueryParam("actor") String actor,
            @QueryParam("from") String from,
            @QueryParam("until") String until) {
        AuditFilter filter = new AuditFilter(
                given(type),
                given(actor).map(Uuids::parse),
                given(from).map(Given::instant),
                given(until).map(Given::instant));
        Caller viewer = caller.get();
        return audit.list(viewer, filter, page.toRequest()).map(leaf -> AuditEventView.from(leaf, viewer));
    }

    private static Optional<String> given(String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
