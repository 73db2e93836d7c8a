package gatehouse.session.control;

import gatehouse.session.entity.SessionId;
import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What sessions tell administrators. */
@MessageLogger(projectCode = "GHSES", length = 4)
public interface SessionLog extends BasicLogger {
    SessionLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SessionLog.class, "gatehouse.session");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1, value = "What became of a session cannot be written down now; it is tried again until it can")
    void endNotWritten(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2, value = "Session %s was open when the server stopped; it is closed now")
    void recovered(SessionId session);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3, value = "The recording of session %s cannot be closed; it stays as it is")
    void recordingNotRecovered(SessionId session, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4, value = "A session could not be opened because of a defect")
    void openingBroken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 5, value = "The pulse of sessions missed a beat")
    void pulseFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 6, value = "Sessions are refused: %s")
    void recordingTrouble(String why);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 8, value = "Policy cannot be asked about a running session now; it is asked again every second")
    void recheckFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 30,
            value = "Whether watchers may still watch cannot be asked now; it is asked again every few seconds")
    void watchersNotAsked(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 9, value = "Session %s was to end and did not do so properly")
    void endFailed(SessionId session, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 7, value = "Sessions can be recorded again")
    void recordingWell();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 10, value = "What becomes of sessions waits for the database, which does not answer")
    void endsWait();

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 11, value = "What became of sessions is written down again")
    void endsWritten();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 12, value = "%d %s wait for the database, which does not answer")
    void linesWait(int lines, String what);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 13, value = "%d %s could not be written; they are kept and tried again")
    void linesNotWritten(int lines, String what, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 14, value = "The %s are written again")
    void linesWritten(String what);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 15, value = "One of the %s is left out: the database refuses what is in it")
    void lineRefused(String what, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 23, value = "One of the %s is kept in ASCII: the database refuses what is in it")
    void lineInAscii(String what, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 16, value = "Recordings cannot be written now; their sessions are paused until they can")
    void recordingsNotWritten(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 17, value = "Recordings are written again")
    void recordingsWritten();

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 18, value = "The file of a recording could not be closed; the recording is whole all the same")
    void recordingNotClosed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 19, value = "What waited for a recording failed because of a defect")
    void recorderListenerBroken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 20, value = "The storage for recordings cannot be reached")
    void recordingsUnreachable(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 21,
            value =
                    "It could not be seen whether the invitations to session %s still stand; take them back if they must not")
    void sharesNotRechecked(SessionId session, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 22, value = "Gatehouse cannot look whether gateways answer now; it tries again every few seconds")
    void gatewaysNotWatched(@Cause Throwable cause);
}
