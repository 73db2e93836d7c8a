package gatehouse.session.control.recording;

import gatehouse.session.control.SessionLog;
import java.util.HashSet;
import java.util.Set;

/** Tells the server's log why recordings cannot be written: once when the first fails, and again when all of them are well. */
final class WriteTrouble {
    private final Set<Recorder> failing = new HashSet<>();

    synchronized void begins(Recorder recorder, Exception cause) {
        boolean first = failing.isEmpty();
        failing.add(recorder);
        if (first) {
            SessionLog.LOG.recordingsNotWritten(cause);
        }
    }

    synchronized void isOver(Recorder recorder) {
        if (failing.remove(recorder) && failing.isEmpty()) {
            SessionLog.LOG.recordingsWritten();
        }
    }
}
