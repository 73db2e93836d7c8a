package gatehouse.identity.entity;

import gatehouse.kernel.UserId;
import java.util.UUID;

/**
 * News: this user's password is another one now; sign-ins that the old one proved end. Fired in the transaction that changed it.
 *
 * @param by the sign-in in which it was changed, which goes on; all zero when there was none
 */
public record PasswordChanged(UserId user, UUID by) {}
