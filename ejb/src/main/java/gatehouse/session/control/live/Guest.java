package gatehouse.session.control.live;

import gatehouse.kernel.Caller;
import gatehouse.session.entity.ShareAccess;
import gatehouse.session.entity.ShareId;
import java.time.Instant;

/**
 * Somebody who was invited to a running session.
 *
 * @param byOwner the session's own person invited them, whose permission to share they depend on
 */
public record Guest(ShareId share, Caller caller, ShareAccess access, Instant until, boolean byOwner) {
    boolean isSameAs(Guest other) {
        return share.equals(other.share) && caller.user().equals(other.caller.user());
    }

    boolean mayType() {
        return access == ShareAccess.WRITE;
    }
}
