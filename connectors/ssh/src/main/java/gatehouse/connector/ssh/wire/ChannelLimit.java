package gatehouse.connector.ssh.wire;

import gatehouse.connector.ssh.SshProblem;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.session.Session;

/**
 * How many channels of one sort a connection may have open at a time. MINA has a limit of its own, for all sorts together; it ends
 * the whole connection at the first one too many, so it is set where these two cannot reach it.
 */
public final class ChannelLimit {
    /** Shells, commands and subsystems of one person's connection. */
    public static final ChannelLimit SESSIONS = new ChannelLimit(64, "shells and commands");

    /** Forwarded connections of one connection, in both directions together; a browser behind {@code ssh -D} opens many. */
    public static final ChannelLimit FORWARDED = new ChannelLimit(256, "forwarded connections");

    private final AttributeKey<AtomicInteger> key = new AttributeKey<>();
    private final int most;
    private final String what;

    private ChannelLimit(int most, String what) {
        this.most = most;
        this.what = what;
    }

    public int most() {
        return most;
    }

    /**
     * Takes a place for {@code channel} until that is closed.
     *
     * @throws gatehouse.kernel.ProblemException {@code TOO_MANY_CHANNELS}
     */
    public void take(Session session, Channel channel) {
        AtomicInteger open = session.computeAttributeIfAbsent(key, missing -> new AtomicInteger());
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            throw SshProblem.TOO_MANY_CHANNELS.problem("this connection has " + most + " " + what
                    + " open, and no more at a time; close some, or connect again");
        }
        channel.addCloseFutureListener(closed -> open.decrementAndGet());
    }
}
