package gatehouse.web;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Ids 14000 to 14999. */
@MessageLogger(projectCode = "GH", length = 5)
interface WebLog extends BasicLogger {
    WebLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), WebLog.class, "gatehouse.web");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 14001, value = "A request failed in a way that nobody foresaw")
    void failed(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 14002, value = "A request from %s to sign in was ended before it was whole: %d are coming")
    void tooManyStrangers(String network, int coming);
}
