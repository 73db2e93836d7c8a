package gatehouse.audit.entity;

/**
 * One detail of an event.
 *
 * @param value empty when {@link Marking#SECRET}: what is secret is not kept
 */
public record AuditField(String value, Marking marking) {
    public enum Marking {
        /** Only that there was a value is kept. */
        SECRET,
        /** Kept; shown to those who have {@link AuditRight#SENSITIVE_VIEW}. */
        SENSITIVE,
        OPEN
    }

    public AuditField {
        value = marking == Marking.SECRET ? "" : value;
    }

    public static AuditField secret() {
        return new AuditField("", Marking.SECRET);
    }

    public static AuditField sensitive(Object value) {
        return new AuditField(String.valueOf(value), Marking.SENSITIVE);
    }

    public static AuditField open(Object value) {
        return new AuditField(String.valueOf(value), Marking.OPEN);
    }
}
