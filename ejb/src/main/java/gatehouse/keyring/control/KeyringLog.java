package gatehouse.keyring.control;

import java.lang.invoke.MethodHandles;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/** What the keyring tells administrators. */
@MessageLogger(projectCode = "GHKEY", length = 4)
public interface KeyringLog {
    KeyringLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), KeyringLog.class, "gatehouse.keyring");

    @LogMessage(level = Logger.Level.INFO)
    @Message(id = 1, value = "%d sealed values of an earlier version were bound to their rows")
    void resealed(int count);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 2,
            value =
                    "A sealed value (%s, row %s) does not open and stays as it is; whoever needs it has to store it anew")
    void sealBroken(String purpose, String row);

    @LogMessage(level = Logger.Level.WARN)
    @Message(
            id = 3,
            value = "Sealed values of an earlier version could not all be bound to their rows; the next start goes on")
    void notResealed(@Cause Throwable cause);
}
