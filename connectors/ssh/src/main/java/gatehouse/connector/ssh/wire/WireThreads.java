package gatehouse.connector.ssh.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousChannelGroup;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that read from and write to every SSH connection of this process, of people and of targets alike. What a thread has read
 * it also decrypts, hands on and writes at the other side; a thread of another group would have to be woken for each packet.
 *
 * <p>INVARIANT: nothing waits on these threads.
 */
final class WireThreads {
    /** Some more than cores: a key exchange computes for milliseconds. */
    private static final int COUNT = Runtime.getRuntime().availableProcessors() + 2;

    /** Of a packet with its header, padding and tag. */
    private static final int LARGEST = 33 * 1024;

    /** Keeps the bytes of one packet, so that not every packet needs new ones. */
    private static final class WireThread extends Thread {
        private static final AtomicInteger NUMBER = new AtomicInteger();
        Optional<byte[]> spare = Optional.empty();

        WireThread(Runnable task) {
            super(task, "ssh-wire-" + NUMBER.getAndIncrement());
            setDaemon(true);
        }
    }

    private static AsynchronousChannelGroup group;
    private static int users;

    private WireThreads() {}

    /** Every call is followed by one of {@link #leave}. */
    static synchronized AsynchronousChannelGroup join() {
        if (users == 0) {
            group = open();
        }
        users++;
        return group;
    }

    /** Who leaves last ends the threads, and what may still be open on them. */
    static synchronized void leave() throws IOException {
        if (--users == 0) {
            group.shutdownNow();
        }
    }

    /** Bytes for a packet, which nobody else has. */
    static byte[] takeBytes() {
        if (Thread.currentThread() instanceof WireThread own) {
            byte[] bytes = own.spare.orElseGet(() -> new byte[LARGEST]);
            own.spare = Optional.empty();
            return bytes;
        }
        return new byte[LARGEST];
    }

    /** For the next packet: what was in them is written. */
    static void giveBack(byte[] bytes) {
        if (Thread.currentThread() instanceof WireThread own) {
            own.spare = Optional.of(bytes);
        }
    }

    private static AsynchronousChannelGroup open() {
        try {
            return AsynchronousChannelGroup.withFixedThreadPool(COUNT, WireThread::new);
        } catch (IOException e) {
            throw new UncheckedIOException("no threads for SSH connections: too many open files?", e);
        }
    }
}
