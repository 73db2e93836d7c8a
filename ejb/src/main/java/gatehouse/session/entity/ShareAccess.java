package gatehouse.session.entity;

/** What people may do who were invited to a session. */
public enum ShareAccess {
    READ,
    /** Typing, too: every byte is attributed to them. */
    WRITE
}
