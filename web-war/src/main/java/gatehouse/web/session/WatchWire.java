package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionWatcher;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Somebody who looks at a running session through a socket, from coming in until they have left. One frame is under way at a time;
 * what waits is bounded: one piece of output, which asks for the next when it is out, and a control frame of each kind.
 */
final class WatchWire implements SessionWatcher {
    /** R20.6 */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Wire wire;
    private final Executor work;
    private final ControlQueue controls = new ControlQueue();
    /** Sends a piece of output. */
    private Optional<Runnable> waiting = Optional.empty();

    private boolean sending;
    private boolean pumping;
    private Runnable wayOut = () -> {};
    private boolean gone;

    /** @param work where whatever waits is done */
    WatchWire(Session socket, Executor work) {
        this.wire = new Wire(socket, work, PATIENCE);
        this.work = work;
    }

    /** @param door lets the watcher in and gives the way out; its failure is told to the browser */
    void enter(Supplier<Runnable> door) {
        CompletableFuture<Void> _ = CompletableFuture.supplyAsync(door, work).handle((way, failure) -> {
            if (failure == null) {
                entered(way);
            } else {
                tell(Controls.ended(Optional.of(SocketFailure.problem(failure))));
            }
            return null;
        });
    }

    private void entered(Runnable way) {
        synchronized (this) {
            wayOut = way;
            if (!gone) {
                return;
            }
        }
        way.run();
    }

    /** The browser is gone, also when it has not come in yet. */
    void leave() {
        Runnable way;
        synchronized (this) {
            gone = true;
            way = wayOut;
        }
        work.execute(way);
    }

    /** The browser is told why it may not come in. */
    void refused(ProblemException why) {
        tell(Controls.ended(Optional.of(why)));
    }

    /** Cuts the browser off. */
    void cut() {
        wire.close();
    }

    @Override
    public void show(byte[] bytes, Completion done) {
        Runnable piece = () -> wire.binary(bytes, () -> {
            sent();
            done.complete();
        });
        synchronized (this) {
            waiting = Optional.of(piece);
        }
        pump();
    }

    @Override
    public void resized(WindowSize size) {
        tell(Controls.size(size));
    }

    @Override
    public void participants(List<Participant> people) {
        tell(Controls.people(people));
    }

    @Override
    public void locked(boolean locked) {
        tell(Controls.locked(locked));
    }

    @Override
    public void ended(String why) {
        tell(Controls.ended("ENDED", why));
    }

    void tell(String control) {
        synchronized (this) {
            controls.add(control);
        }
        pump();
    }

    /**
     * Sends what waits, one frame after the other: controls, then output, then the end. A frame that is out at once does not begin the
     * next one by itself, or many small ones would pile up on the stack.
     */
    private void pump() {
        Optional<Runnable> frame = begin();
        while (frame.isPresent()) {
            frame.get().run();
            synchronized (this) {
                pumping = false;
            }
            frame = begin();
        }
    }

    private synchronized Optional<Runnable> begin() {
        if (sending || pumping) {
            return Optional.empty();
        }
        Optional<Runnable> frame = controls.next()
                .map(this::frame)
                .or(this::piece)
                .or(() -> controls.nextOrEnd().map(this::frame));
        sending = frame.isPresent();
        pumping = sending;
        return frame;
    }

    private Runnable frame(String control) {
        return Controls.isEnd(control) ? () -> wire.end(control) : () -> wire.text(control, this::sent);
    }

    private Optional<Runnable> piece() {
        Optional<Runnable> next = waiting;
        waiting = Optional.empty();
        return next;
    }

    private void sent() {
        synchronized (this) {
            sending = false;
        }
        pump();
    }
}
