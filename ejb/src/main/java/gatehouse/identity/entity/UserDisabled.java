package gatehouse.identity.entity;

import gatehouse.kernel.UserId;

/** News: this user must not work on. Sign-ins and sessions of theirs end. Fired in the transaction that disabled them. */
public record UserDisabled(UserId user) {}
