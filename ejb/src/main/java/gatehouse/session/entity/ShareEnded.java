package gatehouse.session.entity;

import gatehouse.kernel.UserId;
import java.util.Optional;

/**
 * Guests are not welcome any more.
 *
 * @param guest empty: all of the invitation
 * @param why for the guests and everybody else at the session
 */
public record ShareEnded(SessionId session, ShareId share, Optional<UserId> guest, String why) {}
