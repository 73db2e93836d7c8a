package gatehouse.connector.spi;

/**
 * The way from a person to a target. A client pushes into it; stages implement it around the next one; a connector's handle is the
 * last one. All methods may be called from I/O threads and return at once.
 */
public interface TerminalInput {
    /** That wait on the way to a target, wherever they do: no window bounds them, and who presses a key again and again means one. */
    int MOST_SIGNALS = 8;

    /** Typed bytes. {@code bytes} is valid only during the call. */
    void input(byte[] bytes, int offset, int length, Completion done);

    /** The client will send no more. */
    void endOfInput();

    /**
     * The person's terminal has another size now. Before the first one, that of {@link Pty} holds.
     *
     * @param size columns and rows in character cells, width and height in pixels; 0: unknown, the target keeps what it has
     */
    void resize(WindowSize size);

    /** @param name signal without "SIG" (RFC 4254 section 6.9) */
    void signal(String name);

    /** The client is gone or the session is to end: close the target. Idempotent. */
    void close();
}
