package gatehouse.session.entity;

/** What the command filters said about a command. */
public enum CommandRisk {
    /** Nothing. */
    NONE,
    /** Let through, and somebody was told. */
    WARNED,
    /** Let through after a review. */
    REVIEWED,
    /** Not let through. */
    DENIED
}
