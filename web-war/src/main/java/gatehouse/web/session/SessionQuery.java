package gatehouse.web.session;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionFilter;
import gatehouse.session.entity.SessionKind;
import gatehouse.web.Given;
import jakarta.ws.rs.QueryParam;

/** Which sessions are wanted; taken by {@code @BeanParam}. */
public class SessionQuery {
    /** {@code live} or {@code ended}; both when absent. */
    @QueryParam("state")
    private String state;

    @QueryParam("user")
    private String user;

    @QueryParam("asset")
    private String asset;

    @QueryParam("protocol")
    private String protocol;

    /** {@code terminal}, {@code command}, {@code files}, {@code tunnel}. */
    @QueryParam("kind")
    private String kind;

    /** When they began: inclusive, ISO 8601. */
    @QueryParam("from")
    private String from;

    /** When they began: exclusive, ISO 8601. */
    @QueryParam("until")
    private String until;

    SessionFilter toFilter() {
        return new SessionFilter(
                Given.parameter(user, UserId::parse),
                Given.parameter(asset, AssetId::parse),
                Given.parameter(protocol, text -> text),
                Given.parameter(kind, text -> Given.word(SessionKind.class, "kind", text)),
                Given.parameter(state, SessionQuery::isLive),
                Given.parameter(from, Given::instant),
                Given.parameter(until, Given::instant));
    }

    private static boolean isLive(String state) {
        return switch (state) {
            case "live" -> true;
            case "ended" -> false;
            default -> throw KernelProblem.VALUE_INVALID.problem("state is live or ended");
        };
    }
}
