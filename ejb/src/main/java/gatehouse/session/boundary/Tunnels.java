package gatehouse.session.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.session.control.tunnel.TunnelRows;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.Tunnel;
import gatehouse.session.entity.TunnelFilter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Forwarded connections that are over. Everybody sees their own; others' need {@link SessionRight#VIEW}. */
@Stateless
public class Tunnels {
    @Inject
    private TunnelRows rows;

    /** Newest first; searches hosts and names. */
    public Page<Tunnel> list(Caller caller, TunnelFilter filter, PageRequest request) {
        return rows.page(caller.scope(), visibleTo(caller, filter), request);
    }

    private static TunnelFilter visibleTo(Caller caller, TunnelFilter filter) {
        if (caller.may(SessionRight.VIEW)) {
            return filter;
        }
        filter.user().filter(user -> !user.equals(caller.user())).ifPresent(_ -> caller.require(SessionRight.VIEW));
        return new TunnelFilter(
                filter.session(), Optional.of(caller.user()), filter.asset(), filter.from(), filter.until());
    }
}
