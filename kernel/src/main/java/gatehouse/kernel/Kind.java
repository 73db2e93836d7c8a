package gatehouse.kernel;

/** What sort of failure a problem is; the edges (REST, terminal) choose their presentation by it and by nothing else. */
public enum Kind {
    /** The request itself is wrong and will be wrong again. */
    INVALID,
    /** Nobody is signed in, or the proof of who it is was not accepted. */
    UNAUTHENTICATED,
    /** Signed in, but not allowed. Presented to outsiders like {@link #NOT_FOUND}. */
    FORBIDDEN,
    /** Allowed once somebody has approved. */
    REVIEW_REQUIRED,
    NOT_FOUND,
    /** The state has changed meanwhile, or the name is taken. */
    CONFLICT,
    /** Too much at once; later it may pass. */
    LIMITED,
    /** A defect of Gatehouse. Its message is logged, never shown. */
    BUG,
    /** The target refused or failed. */
    TARGET_FAILED,
    /** A part of Gatehouse is not available at the moment. */
    UNAVAILABLE,
    /** The target did not answer in time. */
    TARGET_TIMEOUT
}
