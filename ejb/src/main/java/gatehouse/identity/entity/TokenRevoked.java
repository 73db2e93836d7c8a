package gatehouse.identity.entity;

import gatehouse.kernel.UserId;

/** News: this bearer token is none any more. Fired in the transaction that removed it. */
public record TokenRevoked(TokenId token, UserId user) {}
