package gatehouse.inventory.entity;

/** Whether a presented host key is the one that the machine should have. */
public sealed interface TrustVerdict {
    /** @param firstUse nobody had seen the machine before; the key is now recorded as accepted */
    record Trusted(boolean firstUse) implements TrustVerdict {}

    /** @param detail for the person; names both fingerprints when the key has changed */
    record Refused(String detail) implements TrustVerdict {}
}
