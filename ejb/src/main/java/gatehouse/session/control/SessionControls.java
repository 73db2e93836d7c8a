package gatehouse.session.control;

import gatehouse.kernel.ProblemException;
import java.time.Duration;

/** What stages and the live control may do to a running session. All methods return at once and may be called from any thread. */
public interface SessionControls {
    /** A line of text for the person, on the terminal if there is one, else on the error stream; also a marker in the recording. */
    void notice(String text);

    /** A marker in the recording, which the player shows on its time line. */
    void mark(String label);

    /** Types {@code bytes} at the target as if the person had, in order with the person's own input. */
    void type(byte[] bytes);

    /** Ends the session and tells the person why. */
    void end(ProblemException reason);

    /** What paints the screen for those who join. Called while the chain is built. */
    void paintedBy(ScreenPainter painter);

    /** Since the recording began; the clock of its events. */
    Duration elapsed();
}
