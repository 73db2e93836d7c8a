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
    private long lastWarning = System.nanoTime() - 2_000_000_000L;

    Admission(int most, int mostFromAddress) {
        this.most = most;
        this.mostFromAddress = mostFromAddress;
    }

    /**
     * @param single whether the limit for one address counts
     * @return gives the place back, idempotent
     * @throws IOException when there is no place
     */
    Runnable enter(String address, boolean single) throws IOException {
        synchronized (this) {
            int fromAddress = byAddress.getOrDefault(address, 0);
            if (waiting >= most || (single && fromAddress >= mostFromAddress)) {
                warn(address);
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

    /** Once a second at most: a flood must not flood the log. */
    private void warn(String address) {
        long now = System.nanoTime();
        if (now - lastWarning > 1_000_000_000L) {
            lastWarning = now;
            SshLog.LOG.tooManyWaiting(address, waiting);
        }
    }

    private synchronized void leave(String address) {
        waiting--;
        byAddress.merge(address, -1, (held, one) -> held + one == 0 ? null : held + one);
    }
}
