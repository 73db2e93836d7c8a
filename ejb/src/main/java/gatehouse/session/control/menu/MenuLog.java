package gatehouse.session.control.menu;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

@MessageLogger(projectCode = "GHMENU", length = 4)
interface MenuLog {
    MenuLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), MenuLog.class, "gatehouse.session.menu");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1, value = "The menu could not carry out what its user asked for")
    void failed(@Cause Throwable cause);
}
