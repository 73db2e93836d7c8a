package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RemoteWindow;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.session.helpers.PacketBuffer;
import org.apache.sshd.common.util.buffer.Buffer;

/**
 * The way out through one SSH channel. Data go straight into the session while the peer's window is open and are copied and queued
 * while it is not (RFC 4254 section 5.2); what has to follow them in order (EOF, exit status, close) queues behind.
 *
 * <p>The queue holds at most what the sources have outstanding, and they stop when their completions stay away: one local window
 * for each source, and what no window bounds as {@link #inOrder(Packet, Completion)} says.
 *
 * <p>INVARIANT: completions and steps after the queue run without this outlet's lock and outside of the session's encoder, because
 * they open the window of another session, whose threads may be about to enter this one.
 */
public final class Outlet {
    /** Something that is sent in order. */
    @FunctionalInterface
    public interface Step {
        void run() throws IOException;
    }

    /** A packet that is sent in order; what comes of it is told. */
    @FunctionalInterface
    public interface Packet {
        IoWriteFuture send() throws IOException;
    }

    private sealed interface Item {}

    private record Act(Step step, boolean unlocked) implements Item {}

    private record Counted(Packet packet, Completion done) implements Item {}

    private static final class Rest implements Item {
        final boolean error;
        final byte[] bytes;
        final Completion done;
        int offset;

        Rest(boolean error, byte[] bytes, Completion done) {
            this.error = error;
            this.bytes = bytes;
            this.done = done;
        }
    }

    /** Largest packet sent even when the peer would take more; OpenSSH's own limit. */
    private static final int LARGEST_PACKET = 32 * 1024;

    /** Smaller ones get bytes of their own. */
    private static final int SMALL_PACKET = 4 * 1024;

    /** Header, channel, lengths, padding and tag. */
    private static final int OVERHEAD = 128;

    private final Channel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<Item> queue = new ArrayDeque<>();
    private boolean abandoned;
    private IoWriteFuture lastWritten;

    public Outlet(Channel channel) {
        this.channel = channel;
    }

    /** @param error as extended data of type stderr */
    public void write(boolean error, byte[] bytes, int offset, int length, Completion done) {
        IoWriteFuture written = null;
        lock.lock();
        try {
            if (!abandoned) {
                int sent = queue.isEmpty() ? send(error, bytes, offset, length) : 0;
                if (sent < length) {
                    queue.add(new Rest(error, Arrays.copyOfRange(bytes, offset + sent, offset + length), done));
                    return;
                }
                written = lastWritten;
            }
        } catch (IOException | RuntimeException gone) {
            // the session ends: its close tells everybody, here the completion is all that is owed
            written = null;
        } finally {
            lock.unlock();
        }
        settle(written, done);
    }

    /** Runs {@code step}, which writes packets, once everything before it has been sent. */
    public void inOrder(Step step) {
        enqueue(new Act(step, false));
    }

    /**
     * Sends {@code packet} in order, too: for what no window bounds, so that its source does.
     *
     * @param done once it has been written
     */
    public void inOrder(Packet packet, Completion done) {
        if (!enqueue(new Counted(packet, done))) {
            done.complete();
        }
    }

    /** Runs {@code step} in order, too, but free of locks: for closing. */
    public void atEnd(Step step) {
        enqueue(new Act(step, true));
    }

    /** The peer has opened its window. */
    public void drain() {
        List<Runnable> after = new ArrayList<>();
        lock.lock();
        try {
            advance(after);
        } finally {
            lock.unlock();
        }
        after.forEach(Runnable::run);
    }

    /** The channel is gone: drops what is queued and completes it. Idempotent. */
    public void abandon() {
        List<Item> dropped;
        lock.lock();
        try {
            abandoned = true;
            dropped = List.copyOf(queue);
            queue.clear();
        } finally {
            lock.unlock();
        }
        for (Item item : dropped) {
            switch (item) {
                case Rest rest -> settle(null, rest.done);
                case Counted counted -> settle(null, counted.done());
                case Act _ -> {}
            }
        }
    }

    /** @return false when the channel is gone */
    private boolean enqueue(Item item) {
        lock.lock();
        try {
            if (abandoned) {
                return false;
            }
            queue.add(item);
        } finally {
            lock.unlock();
        }
        drain();
        return true;
    }

    private void advance(List<Runnable> after) {
        try {
            while (!abandoned && !queue.isEmpty()) {
                switch (queue.peek()) {
                    case Act act -> perform(act, after);
                    case Counted counted -> {
                        IoWriteFuture written = counted.packet().send();
                        queue.poll();
                        after.add(() -> settle(written, counted.done()));
                    }
                    case Rest rest -> {
                        rest.offset += send(rest.error, rest.bytes, rest.offset, rest.bytes.length - rest.offset);
                        if (rest.offset < rest.bytes.length) {
                            return;
                        }
                        queue.poll();
                        IoWriteFuture written = lastWritten;
                        after.add(() -> settle(written, rest.done));
                    }
                }
            }
        } catch (IOException | RuntimeException gone) {
            after.add(this::abandon);
        }
    }

    private void perform(Act act, List<Runnable> after) throws IOException {
        queue.poll();
        if (act.unlocked) {
            after.add(() -> runQuietly(act.step));
            return;
        }
        act.step.run();
    }

    private void runQuietly(Step step) {
        try {
            step.run();
        } catch (IOException gone) {
            abandon();
        }
    }

    /** @return how many bytes the peer's window took */
    private int send(boolean error, byte[] bytes, int offset, int length) throws IOException {
        RemoteWindow window = channel.getRemoteWindow();
        int largest = (int) Math.min(window.getPacketSize(), LARGEST_PACKET);
        int sent = 0;
        while (sent < length) {
            int size = (int) Math.min(window.getSize(), Math.min(largest, length - sent));
            if (size <= 0) {
                break;
            }
            window.consume(size);
            lastWritten = write(error, bytes, offset + sent, size);
            sent += size;
        }
        return sent;
    }

    private IoWriteFuture write(boolean error, byte[] bytes, int offset, int size) throws IOException {
        if (size < SMALL_PACKET) {
            return channel.getSession().writePacket(packet(new byte[size + OVERHEAD], error, bytes, offset, size));
        }
        // the session encrypts in these bytes, and they are free again once it has written them
        byte[] place = WireThreads.takeBytes();
        IoWriteFuture written = channel.getSession().writePacket(packet(place, error, bytes, offset, size));
        if (written.isWritten()) {
            WireThreads.giveBack(place);
        }
        return written;
    }

    private Buffer packet(byte[] place, boolean error, byte[] bytes, int offset, int size) {
        byte command = error ? SshConstants.SSH_MSG_CHANNEL_EXTENDED_DATA : SshConstants.SSH_MSG_CHANNEL_DATA;
        Buffer packet = channel.getSession().prepareBuffer(command, new PacketBuffer(place, false));
        packet.putUInt(channel.getRecipient());
        if (error) {
            packet.putUInt(SshConstants.SSH_EXTENDED_DATA_STDERR);
        }
        packet.putUInt(size);
        packet.putRawBytes(bytes, offset, size);
        return packet;
    }

    private void settle(IoWriteFuture written, Completion done) {
        if (written == null) {
            complete(done);
            return;
        }
        written.addListener(future -> complete(done));
    }

    private void complete(Completion done) {
        if (channel.getSession() instanceof Wire wire && wire.isEncoding()) {
            channel.getSession()
                    .getFactoryManager()
                    .getScheduledExecutorService()
                    .execute(done::complete);
            return;
        }
        done.complete();
    }
}
