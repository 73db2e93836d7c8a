package gatehouse.session.control;

import gatehouse.connector.spi.WindowSize;
import java.util.concurrent.CompletionStage;

/** Knows what a session's screen looks like. Its methods return at once and count in the order in which they were called. */
public interface ScreenPainter {
    /** What the person is shown; copied. */
    void shown(byte[] bytes, int offset, int length);

    void resized(WindowSize size);

    /** Escape sequences that paint the screen as it is after everything that was shown until now. */
    CompletionStage<String> picture();

    /**
     * A line of text in between, as escape sequences: behind it stands what stood in the line of the cursor, so that the person goes on
     * typing where they were; a full-screen program loses its last row until it draws again.
     *
     * @param text without control characters
     */
    CompletionStage<String> banner(String text);
}
