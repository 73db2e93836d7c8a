package gatehouse.connector.ssh.wire;

import gatehouse.connector.ssh.SshLog;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * What is written to one peer and not taken by its socket yet, without the data of channels, which windows bound (RFC 4254 section 5.2).
 * Nothing else bounds it: a peer that asks and does not read (a request that wants a reply, a message that is unknown) would fill the
 * memory, and so would one that begins a key exchange and never goes on. Its connection ends.
 */
final class UnreadAnswers {
    private static final long MOST = 1024 * 1024;
    private static final long MOST_OF_STRANGERS = 64 * 1024;

    /** What a packet that waits takes beside its own bytes, roughly. */
    private static final long OVERHEAD = 512;

    private final AbstractSession session;
    private final AtomicLong waiting = new AtomicLong();
    private final AtomicBoolean ended = new AtomicBoolean();

    UnreadAnswers(AbstractSession session) {
        this.session = session;
    }

    /** Whether it is neither data of a channel nor part of a key exchange, in which each side waits for the other (RFC 4253 section 7). */
    static boolean counts(Buffer packet) {
        int command = packet.rawByte(packet.rpos()) & 0xff;
        boolean exchange = command >= SshConstants.SSH_MSG_KEXINIT && command < SshConstants.SSH_MSG_USERAUTH_REQUEST;
        return !exchange
                && command != SshConstants.SSH_MSG_CHANNEL_DATA
                && command != SshConstants.SSH_MSG_CHANNEL_EXTENDED_DATA;
    }

    /** A way to write a packet. */
    interface Way {
        IoWriteFuture write(Buffer packet) throws IOException;
    }

    /**
     * Writes a packet that counts.
     *
     * @throws IOException when the peer reads too little; the connection is about to end
     */
    IoWriteFuture write(Buffer packet, Way way) throws IOException {
        long size = packet.available() + OVERHEAD;
        if (waiting.addAndGet(size) > most()) {
            end();
            throw new IOException("the peer does not read the answers to what it asks");
        }
        IoWriteFuture written = way.write(packet);
        written.addListener(_ -> waiting.addAndGet(-size));
        return written;
    }

    private long most() {
        return session.isAuthenticated() ? MOST : MOST_OF_STRANGERS;
    }

    /** On another thread: whoever writes may hold what the end needs. */
    private void end() {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        SshLog.LOG.answersUnread(String.valueOf(session.getIoSession().getRemoteAddress()));
        try {
            session.getFactoryManager().getScheduledExecutorService().execute(() -> session.close(true));
        } catch (RejectedExecutionException stopped) {
            session.close(true);
        }
    }
}
