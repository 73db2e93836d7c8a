package gatehouse.session.entity;

/** What became of a file operation. */
public enum TransferOutcome {
    SUCCEEDED,
    /** The target refused or failed. */
    FAILED,
    /** The permission did not allow it; the target never heard of it. */
    DENIED,
    /** The connection ended before it was done. */
    INTERRUPTED
}
