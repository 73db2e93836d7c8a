package gatehouse.session.control.inline;

/**
 * How much one direction may still send past the recording that is not the content of a file in the log (R11.64): headers, names,
 * confirmations. It lasts for the whole session, so that nobody starts again and again.
 *
 * <p>Not thread-safe.
 */
final class Allowance {
    private static final int AT_FIRST = 64 * 1024;
    private static final int PER_FILE = 4 * 1024;
    private static final int CONTENT_PER_CONFIRMATION = 16;

    private long left = AT_FIRST;

    /** Called after what these bytes were; what is not used by then is not saved up. */
    void passed(long bytes) {
        left = Math.min(AT_FIRST, left - bytes);
    }

    /** A file is in the log. */
    void file() {
        left += PER_FILE;
    }

    /** These bytes were content. */
    void content(long bytes) {
        left += bytes;
    }

    /** Of so much content something is said: where it goes, or that it came. */
    void about(long content) {
        left += content / CONTENT_PER_CONFIRMATION;
    }

    boolean isSpent() {
        return left < 0;
    }
}
