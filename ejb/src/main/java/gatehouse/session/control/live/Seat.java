package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.session.control.Typist;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionWatcher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A guest's place at a running session: what they see, what they type, and how it ends. */
public final class Seat {
    private final LiveSession session;
    private final Guest guest;
    private final Participant participant;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final CompletableFuture<Long> left = new CompletableFuture<>();
    private volatile long typed;
    private volatile Consumer<String> unwatch = why -> {};
    private volatile Runnable unfollow = () -> {};

    Seat(LiveSession session, Guest guest, Participant participant) {
        this.session = session;
        this.guest = guest;
        this.participant = participant;
    }

    void take(SessionWatcher watcher) {
        unfollow = session.follow(watcher, false);
        unwatch = session.show(watcher);
        if (gone.get()) {
            unwatch.accept("");
        }
    }

    public Guest guest() {
        return guest;
    }

    Participant participant() {
        return participant;
    }

    /** Completes once, with the number of bytes that the guest typed. */
    public CompletableFuture<Long> left() {
        return left;
    }

    /** What a guest types who may only look is dropped. */
    public void type(byte[] bytes, Completion done) {
        if (!guest.mayType() || gone.get()) {
            done.complete();
            return;
        }
        Typist typist = new Typist(guest.caller().user(), guest.caller().username());
        synchronized (this) {
            typed += bytes.length;
        }
        session.typeAs(typist, bytes, done);
    }

    /** The guest goes. */
    public void leave() {
        end("", guest.caller().username() + " left this session.");
    }

    /**
     * Somebody or something sends the guest away.
     *
     * @param why for the guest and everybody else
     */
    public void remove(String why) {
        end(why, guest.caller().username() + " was removed from this session: " + why + ".");
    }

    /** The session itself is over, which says so itself. */
    void sessionOver() {
        end("", "");
    }

    private void end(String why, String notice) {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        unfollow.run();
        unwatch.accept(why);
        session.vacated(this);
        if (!notice.isEmpty()) {
            session.notice(notice);
        }
        left.complete(typed);
    }
}
