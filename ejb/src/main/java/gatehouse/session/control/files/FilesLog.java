package gatehouse.session.control.files;

import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

@MessageLogger(projectCode = "GHFILE", length = 4)
interface FilesLog {
    FilesLog LOG =
            Logger.getMessageLogger(java.lang.invoke.MethodHandles.lookup(), FilesLog.class, "gatehouse.session.files");

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 1, value = "%d lines of the transfer log could not be written; they are kept and tried again")
    void transferLogNotWritten(int lines, @Cause Throwable failure);
}
