package gatehouse.web.session;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What sockets tell administrators. */
@MessageLogger(projectCode = "GHWSS", length = 4)
interface WebSessionLog extends BasicLogger {
    WebSessionLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebSessionLog.class, "gatehouse.web.session");

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 1, value = "A socket could not be closed")
    void socketNotClosed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.DEBUG)
    @Message(id = 2, value = "A socket failed")
    void socketFailed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3, value = "A terminal broke because of a defect")
    void socketBroken(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4, value = "A browser of %s typed faster than its target takes it and did not wait; it was cut off")
    void inputFlood(String username);
}
