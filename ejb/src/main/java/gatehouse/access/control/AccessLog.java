package gatehouse.access.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Ids 10000 to 10999. */
@MessageLogger(projectCode = "GH", length = 5)
public interface AccessLog extends BasicLogger {
    AccessLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AccessLog.class, "gatehouse.access");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 10001, value = "Whether a sign-in is still good cannot be found out now; it is looked at again")
    void watchFailed(@Cause Throwable cause);
}
