package gatehouse.identity.entity;

import gatehouse.kernel.UserId;

/** News: roles or the end of this user are others now; who keeps an answer about them asks again. Fired in the transaction. */
public record UserChanged(UserId user) {}
