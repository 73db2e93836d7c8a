package gatehouse.identity.entity;

import gatehouse.kernel.UserId;

/** News: this user has no one-time codes any more. Fired in the transaction that removed them. */
public record TotpRemoved(UserId user) {}
