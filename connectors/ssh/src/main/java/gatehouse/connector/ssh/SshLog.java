package gatehouse.connector.ssh;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** Messages of the SSH connector. */
@MessageLogger(projectCode = "GHSSH", length = 4)
public interface SshLog extends BasicLogger {
    SshLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), SshLog.class, "gatehouse.connector.ssh");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1, value = "SSH server listens on %s port %d")
    void listening(String address, int port);

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 2, value = "SSH server on port %d stopped")
    void stopped(int port);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 3, value = "SSH server cannot listen on %s port %d; is something else using the port?")
    void cannotListen(String address, int port, @Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 4, value = "SSH server got no host key and cannot start")
    void noServerKey(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.ERROR)
    @Message(id = 5, value = "unexpected failure on an SSH connection")
    void unexpected(@Cause Throwable cause);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 6, value = "SSH connection from %s ended before its sign-in: %d connections wait for theirs")
    void tooManyWaiting(String network, int waiting);

    @LogMessage(level = Logger.Level.WARN)
    @Message(id = 7, value = "SSH connection with %s ended: it asks and does not read the answers")
    void answersUnread(String peer);
}
