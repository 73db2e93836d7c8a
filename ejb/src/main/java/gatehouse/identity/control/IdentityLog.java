package gatehouse.identity.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Ids 4000 to 4999. */
@MessageLogger(projectCode = "GH", length = 5)
public interface IdentityLog extends BasicLogger {
    IdentityLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), IdentityLog.class, "gatehouse.identity");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 4001, value = "No administrator exists. The link to create the first one is in %s/setup-link")
    void setupLinkWritten(String home);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4002, value = "A link to reset the administrator %s was asked for; it is in %s/reset-link")
    void resetLinkWritten(String username, String home);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 4003, value = "A link to reset %s was asked for, but that is not an active administrator")
    void resetRefused(String username);
}
