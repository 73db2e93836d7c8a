package gatehouse.connector.ssh.inbound;

import gatehouse.connector.ssh.SshLog;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How many connections may wait for their sign-in, in all and from one address (like OpenSSH's MaxStartups and
 * PerSourceMaxStartups). Who is signed in does not count any more.
 */
final class Admission {
    private final int most;
    private final int mostFromAddress;
    private final Map<String, Integer> byAddress = new HashMap<>();
    private int waiting;

    Admission(int most, int mostFromAddress) {
        this.most = most;
        this.mostFromAddress = mostFromAddress;
    }

    /**
     * @return gives the place back, idempotent
     * @throws IOException when there is no place
     */
    Runnable enter(String address) throws IOException {
        synchronized (this) {
            int fromAddress = byAddress.getOrDefault(address, 0);
            if (waiting >= most || fromAddress >= mostFromAddress) {
                if (fromAddress == mostFromAddress || waiting == most) {
                    SshLog.LOG.tooManyWaiting(address, waiting);
                }
                throw new IOException("too many connections wait for their sign-in");
            }
            waiting++;
            byAddress.put(address, fromAddress + 1);
        }
        AtomicBoolean left = new AtomicBoolean();
        return () -> {
            if (left.compareAndSet(false, true)) {
                leave(address);
            }
        };
    }

    private synchronized void leave(String address) {
        waiting--;
        byAddress.merge(address, -1, (held, one) -> held + one == 0 ? null : held + one);
    }
}
