package gatehouse.identity.entity;

/** A bearer token that was shown and is good, and whose it is. */
public record ProvedToken(TokenId id, Candidate who) {}
