package gatehouse.session.entity;

/** How a session ended, or that it has not. */
public enum SessionOutcome {
    CONNECTING,
    RUNNING,
    /** The target was not reached or refused the account. */
    CONNECT_FAILED,
    /** The program at the target ended. */
    FINISHED,
    /** The target closed the connection before its program ended. */
    TARGET_CLOSED,
    /** The person's client went away. */
    CLIENT_CLOSED,
    TERMINATED,
    IDLE_LIMIT,
    DURATION_LIMIT,
    PERMISSION_ENDED,
    /** A filter or the recorder ended it. */
    ABORTED,
    SERVER_STOPPED;

    public boolean isOver() {
        return this != CONNECTING && this != RUNNING;
    }
}
