package gatehouse.session.control.tunnel;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.TunnelSpan;
import gatehouse.session.entity.TunnelWay;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/** One forwarded connection, seen from between its two ends. */
public final class Forwarded {
    private final LiveSession session;
    private final TunnelWay way;
    private final Instant until;
    private final Clock clock;
    private final Instant startedAt;
    private final BiConsumer<Forwarded, TunnelSpan> whenOver;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private volatile TunnelFlow target = Nowhere.FLOW;
    private volatile TunnelFlow person = Nowhere.FLOW;

    /**
     * @param until when the permission for this destination ends
     * @param whenOver told once
     */
    Forwarded(
            LiveSession session,
            TunnelWay way,
            Instant until,
            Clock clock,
            BiConsumer<Forwarded, TunnelSpan> whenOver) {
        this.session = session;
        this.way = way;
        this.until = until;
        this.clock = clock;
        this.startedAt = clock.instant();
        this.whenOver = whenOver;
    }

    public TunnelWay way() {
        return way;
    }

    /** @return what the person's end delivers into */
    TunnelFlow towardsTarget(TunnelFlow next) {
        target = next;
        if (over.get()) {
            next.close();
        }
        return new Counted(next, sent, true);
    }

    /** @return what the target's end delivers into */
    TunnelFlow towardsPerson(TunnelFlow next) {
        person = next;
        if (over.get()) {
            next.close();
        }
        return new Counted(next, received, false);
    }

    /** Hangs up on both. */
    void cut() {
        target.close();
        person.close();
        ended();
    }

    private void ended() {
        if (over.compareAndSet(false, true)) {
            Session.Traffic traffic = new Session.Traffic(sent.get(), received.get());
            whenOver.accept(this, new TunnelSpan(startedAt, clock.instant(), traffic));
        }
    }

    /** R11.67. */
    private boolean mayCarry() {
        return !session.isOver()
                && session.lockedBy().isEmpty()
                && clock.instant().isBefore(until);
    }

    private final class Counted implements TunnelFlow {
        private final TunnelFlow next;
        private final AtomicLong bytes;
        private final boolean fromPerson;

        Counted(TunnelFlow next, AtomicLong bytes, boolean fromPerson) {
            this.next = next;
            this.bytes = bytes;
            this.fromPerson = fromPerson;
        }

        @Override
        public void bytes(byte[] carried, int offset, int length, Completion done) {
            if (!mayCarry()) {
                done.complete();
                cut();
                return;
            }
            bytes.addAndGet(length);
            session.carried(fromPerson ? length : 0, fromPerson ? 0 : length);
            next.bytes(carried, offset, length, done);
        }

        @Override
        public void end() {
            next.end();
        }

        @Override
        public void close() {
            next.close();
            ended();
        }
    }

    private enum Nowhere implements TunnelFlow {
        FLOW;

        @Override
        public void bytes(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void end() {
            // nobody is there
        }

        @Override
        public void close() {
            // nobody is there
        }
    }
}
