package gatehouse.session.control.inline;

/** What a protocol may do to the session that it lives in. All return at once. */
interface Conduct {
    /** Past the stages. */
    void toTarget(byte[] bytes);

    /** Past the stages. */
    void toPerson(byte[] bytes);

    /** Keeps what the person types until {@link #releaseInput}, or until a few seconds have passed. */
    void holdInput();

    void releaseInput();

    /** A line for the person, also in the recording. */
    void notice(String text);

    /** In the recording. */
    void mark(String text);
}
