package gatehouse.automation.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What automation tells administrators. */
@MessageLogger(projectCode = "GHAUT", length = 4)
interface AutomationLog extends BasicLogger {
    AutomationLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AutomationLog.class, "gatehouse.automation");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1, value = "The database could not be backed up")
    void backupFailed(@Cause Throwable cause);
}
