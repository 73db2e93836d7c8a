package gatehouse.session.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.kernel.Caller;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOrigin;
import java.util.function.Predicate;

/**
 * What a stage may know about its session.
 *
 * @param account login name at the asset
 * @param allowed what the permission allows at the moment of asking
 * @param controls what a stage may do to its session
 */
public record StageContext(
        SessionId session,
        Caller caller,
        SessionOrigin origin,
        ConnectRequest request,
        Asset asset,
        String account,
        Predicate<Action> allowed,
        SessionControls controls) {}
