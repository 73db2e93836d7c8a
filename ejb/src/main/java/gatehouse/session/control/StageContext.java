package gatehouse.session.control;

import gatehouse.inventory.entity.Asset;
import gatehouse.kernel.Caller;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOrigin;
import java.util.Set;

/**
 * What a stage may know about its session.
 *
 * @param account login name at the asset
 * @param actions what the permission allows beside connecting
 * @param controls what a stage may do to its session
 */
public record StageContext(
        SessionId session,
        Caller caller,
        SessionOrigin origin,
        ConnectRequest request,
        Asset asset,
        String account,
        Set<Action> actions,
        SessionControls controls) {
    public StageContext {
        actions = Set.copyOf(actions);
    }
}
