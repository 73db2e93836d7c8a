package gatehouse.connector.ssh.wire;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.ssh.SshLog;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.sshd.common.channel.Channel;

/**
 * The way of a channel's data from the reader thread to their receiver. A window bounds how many bytes are under way, not in how many
 * pieces (RFC 4254 section 5.2): a peer that sends them one by one to somebody who does not read would make each cost a hundred. So
 * what comes while very many pieces are under way is gathered, and handed on as one when the receiver has taken enough.
 *
 * <p>INVARIANT: one thread at a time hands on: the reader while nothing is gathered, otherwise whoever drains. No lock is held then.
 */
public final class Gathering {
    /** Far above what a window holds of whole packets. */
    static final int MOST_PIECES = 1024;

    /** Where the data go; {@code done} opens the window again. */
    @FunctionalInterface
    public interface Way {
        /** @param error whether they are extended data of type stderr */
        void bytes(boolean error, byte[] bytes, int offset, int length, Completion done);
    }

    /** Opens the window by so many bytes. */
    @FunctionalInterface
    interface Release {
        Completion of(int length);
    }

    private final Way way;
    private final Release release;
    private final Executor aside;
    private ByteArrayOutputStream data = new ByteArrayOutputStream(0);
    private ByteArrayOutputStream errors = new ByteArrayOutputStream(0);
    private final ArrayDeque<Runnable> steps = new ArrayDeque<>();
    private int underWay;
    private boolean draining;

    /** Of {@code channel}, which need not be open yet. */
    public Gathering(Channel channel, Way way) {
        this(
                way,
                length -> new WindowRelease(channel.getLocalWindow(), length),
                task -> channel.getSession()
                        .getFactoryManager()
                        .getScheduledExecutorService()
                        .execute(task));
    }

    /** @param aside runs what goes on behind a completion, free of the locks of whoever completes */
    Gathering(Way way, Release release, Executor aside) {
        this.way = way;
        this.release = release;
        this.aside = aside;
    }

    /** On the reader thread; does not keep {@code bytes}. */
    public void take(boolean error, byte[] bytes, int offset, int length) {
        synchronized (this) {
            if (underWay >= MOST_PIECES || isWaiting()) {
                (error ? errors : data).write(bytes, offset, length);
                return;
            }
            underWay++;
        }
        way.bytes(error, bytes, offset, length, piece(length));
    }

    /** Runs {@code step} behind the data that came before it, which are handed on now. */
    public void inOrder(Runnable step) {
        boolean waits;
        boolean mine;
        synchronized (this) {
            waits = isWaiting();
            if (waits) {
                steps.add(step);
            }
            mine = waits && begins();
        }
        if (!waits) {
            step.run();
        } else if (mine) {
            drainAside();
        }
    }

    private boolean isWaiting() {
        return draining || data.size() > 0 || errors.size() > 0;
    }

    private Completion piece(int length) {
        Completion window = release.of(length);
        return () -> {
            window.complete();
            taken();
        };
    }

    private void taken() {
        boolean mine;
        synchronized (this) {
            underWay--;
            mine = underWay <= MOST_PIECES / 2 && isWaiting() && begins();
        }
        if (mine) {
            drainAside();
        }
    }

    /** Whoever gets true drains. Holding the lock. */
    private boolean begins() {
        boolean free = !draining;
        draining = true;
        return free;
    }

    private void drainAside() {
        try {
            aside.execute(this::drain);
        } catch (RejectedExecutionException stopped) {
            drain(); // nobody else will
        }
    }

    /** Both streams in turn; between them there is no order any more. */
    private void drain() {
        while (true) {
            Runnable next;
            synchronized (this) {
                next = next();
                draining = next != null;
            }
            if (next == null) {
                return;
            }
            try {
                next.run();
            } catch (RuntimeException failure) {
                SshLog.LOG.unexpected(failure);
            }
        }
    }

    /** Nothing while very many are under way again, unless somebody waits behind them. */
    private Runnable next() {
        if (underWay >= MOST_PIECES && steps.isEmpty()) {
            return null;
        }
        if (data.size() > 0) {
            byte[] all = data.toByteArray();
            data = new ByteArrayOutputStream(0);
            return gathered(false, all);
        }
        if (errors.size() > 0) {
            byte[] all = errors.toByteArray();
            errors = new ByteArrayOutputStream(0);
            return gathered(true, all);
        }
        return steps.poll();
    }

    private Runnable gathered(boolean error, byte[] all) {
        underWay++;
        return () -> way.bytes(error, all, 0, all.length, piece(all.length));
    }
}
