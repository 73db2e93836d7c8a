package gatehouse.session.control.command;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Told by a {@link ShellObserver}, one call after the other, on its thread. May block for a moment, not for long. */
public interface ShellListener {
    /**
     * A command was given to the shell.
     *
     * @param number from 1 within the session
     * @param text as the screen showed it, untruncated; lines of one command are separated by line feeds
     * @param typists names of those who typed in its line, the one who pressed Enter last
     */
    void commandStarted(int number, String text, Instant at, List<String> typists);

    /**
     * Its output has ended, or enough of it is known.
     *
     * @param output the beginning of what it printed, up to 4 KiB of text
     * @param exitStatus known only from shells that mark it (OSC 133, OSC 633)
     */
    void commandEnded(int number, String output, OptionalInt exitStatus);
}
