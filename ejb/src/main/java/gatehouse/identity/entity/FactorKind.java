package gatehouse.identity.entity;

/** Ways to prove who one is. */
public enum FactorKind {
    PASSWORD,
    PUBLIC_KEY,
    TOTP
}
