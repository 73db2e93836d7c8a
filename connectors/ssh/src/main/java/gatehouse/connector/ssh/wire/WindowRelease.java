package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import java.io.IOException;
import org.apache.sshd.common.channel.LocalWindow;

/** Opens a channel's local window again once its bytes have been written elsewhere. */
public record WindowRelease(LocalWindow window, int length) implements Completion {
    @Override
    public void complete() {
        if (!window.isOpen()) {
            return;
        }
        try {
            window.release(length);
        } catch (IOException | RuntimeException gone) {
            // the session ended between the two lines; nobody waits for this window any more
            return;
        }
    }
}
