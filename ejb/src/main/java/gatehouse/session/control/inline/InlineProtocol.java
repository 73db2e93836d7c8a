package gatehouse.session.control.inline;

/** Follows one protocol in both directions of a terminal. Called by one thread at a time. */
interface InlineProtocol {
    void from(Side side, byte[] bytes, int offset, int length, Sorted sorted);

    /** The session is over: what was under way is interrupted. Idempotent. */
    void end();
}
