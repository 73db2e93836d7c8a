package gatehouse.audit.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the audit log tells administrators. */
@MessageLogger(projectCode = "GHAUD", length = 4)
interface AuditTroubleLog {
    AuditTroubleLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), AuditTroubleLog.class, "gatehouse.audit");

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 1, value = "The database does not answer; audit events get their places in the chain when it is back")
    void databaseAway();

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 2, value = "Audit events cannot be given their places in the chain; it is tried again every second")
    void notSequenced(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 3, value = "Audit events get their places in the chain again")
    void sequencedAgain();
}
