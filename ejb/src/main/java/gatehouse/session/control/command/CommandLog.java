package gatehouse.session.control.command;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

@MessageLogger(projectCode = "GHCMD", length = 4)
interface CommandLog {
    CommandLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), CommandLog.class, "gatehouse.session.command");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1, value = "A piece of a terminal session could not be observed")
    void notObserved(@Cause Throwable cause);
}
