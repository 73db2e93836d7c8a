package gatehouse.connector.ssh.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.kex.KexState;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * Asks the peer regularly whether it is still there and closes the session when several answers in a row stay away: a peer that
 * vanished without a FIN would otherwise stay for the many minutes of TCP's own patience. Any answer counts, also a refusal.
 */
public final class KeepAlive {
    public static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final int MOST_UNANSWERED = 3;
    private static final String REQUEST = "keepalive@openssh.com";

    private final Session session;
    private final AtomicInteger unanswered = new AtomicInteger();

    private KeepAlive(Session session) {
        this.session = session;
    }

    /** Starts it on a signed-in session; it ends with the session. */
    public static void watch(Session session, Duration interval) {
        KeepAlive keepAlive = new KeepAlive(session);
        ScheduledFuture<?> ticks = session.getFactoryManager()
                .getScheduledExecutorService()
                .scheduleAtFixedRate(keepAlive::tick, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
        session.addCloseFutureListener(closed -> ticks.cancel(false));
    }

    private void tick() {
        if (!session.isOpen() || session.getKexState() != KexState.DONE) {
            return;
        }
        if (unanswered.getAndIncrement() >= MOST_UNANSWERED) {
            session.close(true);
            return;
        }
        try {
            Buffer request = session.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
            request.putString(REQUEST);
            request.putBoolean(true);
            session.request(request, REQUEST, (command, answer) -> unanswered.set(0));
        } catch (IOException gone) {
            session.close(true);
        }
    }
}
