package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.OpenedTerminal;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionNews;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A shell in a browser's tab. It outlives the socket that carries it: sockets are attached and go. */
final class BrowserShell implements TerminalOutput, SessionNews, WindowRoom.Keeper {
    private final Caller caller;
    private final byte[] tab;
    private final OutputWindow window;
    private final WindowRoom room;
    private final ControlQueue controls = new ControlQueue();
    private final LatestNews news = new LatestNews();
    private Attachment at;
    private Optional<TerminalInput> input = Optional.empty();
    /** Nobody wants it any more, also when it is not open yet. */
    private boolean unwanted;

    private boolean pumping;
    private boolean over;
    private Runnable afterEnd = () -> {};

    /** Gives a picture of the session's screen, and says by running its argument which output is in it. */
    interface Painter extends Function<Runnable, CompletionStage<String>> {}

    /** @param tab hash of the secret of the browser's tab */
    BrowserShell(Caller caller, byte[] tab, Wire wire, WindowRoom room) {
        this.caller = caller;
        this.room = room;
        this.window = new OutputWindow(room, this);
        this.tab = tab.clone();
        this.at = new Attachment(wire, false);
    }

    void opened(OpenedTerminal opened) {
        boolean late;
        synchronized (this) {
            input = Optional.of(opened.input());
            controls.addFirst(Controls.opened(opened));
            late = unwanted;
        }
        if (late) {
            opened.input().close();
        }
        pump();
    }

    /** Runs {@code task} once the shell is over; at once when it is. */
    void whenOver(Runnable task) {
        synchronized (this) {
            afterEnd = task;
            if (!over) {
                return;
            }
        }
        task.run();
    }

    /** R20.2 */
    boolean belongsTo(Caller who, byte[] secret) {
        boolean same = who.user().equals(caller.user()) && who.signIn().equals(caller.signIn());
        return MessageDigest.isEqual(secret, tab) && same;
    }

    /** R20.3 */
    void resume(Wire by, long received, WindowSize size, Painter painter) {
        Attachment before;
        Attachment now;
        boolean kept;
        synchronized (this) {
            before = at;
            kept = window.keeps(received);
            now = new Attachment(by, !kept);
            at = now;
            news.again(controls);
            if (kept) {
                window.rewind(received);
                controls.addFirst(Controls.resumed(received));
            }
        }
        if (!before.isGone()) {
            // whoever was there must not try to come back
            before.wire().end(Controls.ended("TAKEN_OVER", ""));
        }
        resize(size);
        if (!kept) {
            repaint(now, painter);
        }
        pump();
    }

    private void repaint(Attachment to, Painter painter) {
        long[] from = new long[1];
        CompletionStage<Void> _ = painter.apply(() -> from[0] = skipToEnd())
                .exceptionally(broken -> "")
                .thenAccept(picture -> painted(to, from[0], picture));
    }

    private long skipToEnd() {
        List<Completion> released;
        long from;
        synchronized (this) {
            from = window.skipToEnd();
            released = window.drain();
        }
        released.forEach(Completion::complete);
        return from;
    }

    private void painted(Attachment to, long from, String picture) {
        synchronized (this) {
            if (to != at) {
                return;
            }
            to.painted();
            controls.addFirst(Controls.resumed(from, picture));
        }
        pump();
    }

    /** The socket is gone. @return what went; empty when another socket carries the shell already */
    Optional<Attachment> detach(Wire gone) {
        List<Completion> released;
        Attachment left;
        synchronized (this) {
            left = at;
            if (!left.isOn(gone)) {
                return Optional.empty();
            }
            left.leave();
            released = window.drain();
            leaveRoomAtEnd();
        }
        released.forEach(Completion::complete);
        return Optional.of(left);
    }

    /** Ends the shell when nobody has come back since {@code left}. */
    void abandon(Attachment left) {
        synchronized (this) {
            if (at != left) {
                return;
            }
        }
        close();
    }

    /** One that is not open yet ends as soon as it is. */
    void close() {
        Optional<TerminalInput> target;
        synchronized (this) {
            unwanted = true;
            target = input;
        }
        target.ifPresent(TerminalInput::close);
    }

    void typed(byte[] bytes, Completion done) {
        target().ifPresentOrElse(to -> to.input(bytes, 0, bytes.length, done), done::complete);
    }

    void resize(WindowSize size) {
        target().ifPresent(to -> to.resize(size));
    }

    private synchronized Optional<TerminalInput> target() {
        return over ? Optional.empty() : input;
    }

    @Override
    public void participants(List<Participant> all) {
        synchronized (this) {
            news.people(all, controls);
        }
        pump();
    }

    @Override
    public void locked(boolean isLocked) {
        synchronized (this) {
            news.locked(isLocked, controls);
        }
        pump();
    }

    /** For the browser at this socket, if it is still there. */
    void tell(Wire to, String control) {
        synchronized (this) {
            if (!at.isOn(to)) {
                return;
            }
            controls.add(control);
        }
        pump();
    }

    void acknowledge(long received) {
        List<Completion> released;
        synchronized (this) {
            released = window.acknowledge(received);
        }
        released.forEach(Completion::complete);
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        boolean now;
        synchronized (this) {
            now = window.add(bytes, offset, length, done, at.mayRead());
        }
        if (now) {
            done.complete();
        }
        room.makeRoom();
        pump();
    }

    @Override
    public UserId person() {
        return caller.user();
    }

    /** R20.8: memory is short, and this browser has not read for a while. It comes back and sees the screen painted. */
    @Override
    public boolean letGo() {
        List<Completion> released;
        Attachment slow;
        synchronized (this) {
            if (window.isSmall()) {
                return false;
            }
            slow = at;
            slow.stop();
            window.letGo();
            released = window.drain();
        }
        slow.wire().close();
        released.forEach(Completion::complete);
        return true;
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        output(bytes, offset, length, done);
    }

    @Override
    public void endOfOutput() {
        // closed() follows
    }

    @Override
    public void exited(ExitStatus status) {
        // a tab shows that the shell has ended, not how
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        List<Completion> released;
        Runnable task;
        synchronized (this) {
            over = true;
            task = afterEnd;
            leaveRoomAtEnd();
            released = window.drain();
            controls.add(Controls.ended(reason));
        }
        task.run();
        released.forEach(Completion::complete);
        pump();
    }

    /** What is still to be sent counts until its browser is gone. */
    private void leaveRoomAtEnd() {
        if (over && at.isGone()) {
            window.close();
        }
    }

    /**
     * Sends what waits, one frame after the other: controls, then output, then the end. A frame that is out at once does not begin the
     * next one by itself, or many small ones would pile up on the stack.
     */
    private void pump() {
        synchronized (this) {
            if (pumping) {
                return;
            }
            pumping = true;
        }
        boolean more = true;
        while (more) {
            more = sendNext();
        }
    }

    /** @return false when nothing can be sent now; from then on nobody pumps */
    private boolean sendNext() {
        Attachment to;
        Optional<String> control;
        byte[] piece = {};
        synchronized (this) {
            to = at;
            boolean ready = to.mayBegin() && (input.isPresent() || over);
            control = ready ? controls.next() : Optional.empty();
            if (ready && control.isEmpty()) {
                piece = window.next();
                control = piece.length == 0 ? controls.nextOrEnd() : control;
            }
            pumping = control.isPresent() || piece.length > 0;
            if (!pumping) {
                return false;
            }
            to.begin();
        }
        try {
            send(to, control, piece);
            return true;
        } catch (RuntimeException broken) {
            synchronized (this) {
                pumping = false;
            }
            throw broken;
        }
    }

    private void send(Attachment to, Optional<String> control, byte[] piece) {
        if (control.isEmpty()) {
            to.wire().binary(piece, () -> sent(to));
        } else if (Controls.isEnd(control.get())) {
            to.wire().end(control.get());
        } else {
            to.wire().text(control.get(), () -> sent(to));
        }
    }

    private void sent(Attachment by) {
        synchronized (this) {
            by.sent();
        }
        pump();
    }
}
