package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.session.boundary.OpenedTerminal;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionNews;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A shell in a browser's tab. It outlives the socket that carries it: sockets are attached and go. */
final class BrowserShell implements TerminalOutput, SessionNews {
    private final Caller caller;
    private final byte[] tab;
    private final OutputWindow window = new OutputWindow();
    private final Deque<String> controls = new ArrayDeque<>();
    private Optional<Wire> wire;
    private boolean sending;
    private boolean over;
    private TerminalInput input;
    private Runnable afterEnd = () -> {};
    private long attachments;
    /** A picture of the screen is under way, with which a browser goes on that missed too much. */
    private boolean painting;

    /** The latest news, for a browser that comes back. */
    private String people = "";

    private boolean locked;

    /** Gives a picture of the session's screen, and says by running its argument which output is in it. */
    interface Painter extends Function<Runnable, CompletionStage<String>> {}

    /** @param tab hash of the secret of the browser's tab */
    BrowserShell(Caller caller, byte[] tab, Wire wire) {
        this.caller = caller;
        this.tab = tab.clone();
        this.wire = Optional.of(wire);
    }

    void opened(OpenedTerminal opened) {
        JsonArrayBuilder actions = Json.createArrayBuilder();
        opened.actions().stream().map(Enum::name).sorted().forEach(actions::add);
        JsonObject control = Json.createObjectBuilder()
                .add("type", "opened")
                .add("session", opened.id().toString())
                .add("actions", actions)
                .add("until", opened.until().toString())
                .build();
        synchronized (this) {
            input = opened.input();
            controls.addFirst(control.toString());
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
        Optional<Wire> before;
        boolean kept;
        long attachment;
        synchronized (this) {
            before = wire;
            wire = Optional.of(by);
            sending = false;
            attachments++;
            attachment = attachments;
            kept = window.keeps(received);
            painting = !kept;
            controls.removeIf(Controls::isPassing);
            controls.addFirst(Controls.locked(locked));
            if (!people.isEmpty()) {
                controls.addFirst(people);
            }
            if (kept) {
                window.rewind(received);
                controls.addFirst(Controls.resumed(received));
            }
        }
        before.filter(old -> old != by).ifPresent(BrowserShell::takenOver);
        resize(size);
        if (!kept) {
            repaint(attachment, painter);
        }
        pump();
    }

    /** Whoever was there must not try to come back. */
    private static void takenOver(Wire old) {
        old.text(Controls.ended("TAKEN_OVER", ""), old::close);
    }

    private void repaint(long attachment, Painter painter) {
        long[] from = new long[1];
        CompletionStage<Void> _ = painter.apply(() -> from[0] = skipToEnd())
                .exceptionally(broken -> "")
                .thenAccept(picture -> painted(attachment, from[0], picture));
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

    private void painted(long attachment, long from, String picture) {
        synchronized (this) {
            if (attachment != attachments) {
                return;
            }
            painting = false;
            controls.addFirst(Controls.resumed(from, picture));
        }
        pump();
    }

    /** The socket is gone. @return which attachment that was, empty when another socket carries the shell already */
    Optional<Long> detach(Wire gone) {
        List<Completion> released;
        synchronized (this) {
            if (wire.isEmpty() || wire.get() != gone) {
                return Optional.empty();
            }
            wire = Optional.empty();
            sending = false;
            released = window.drain();
        }
        released.forEach(Completion::complete);
        return Optional.of(attachments);
    }

    /** Ends the shell when nobody has come back since {@code attachment}. */
    void abandon(long attachment) {
        synchronized (this) {
            if (wire.isPresent() || attachments != attachment) {
                return;
            }
        }
        close();
    }

    void close() {
        TerminalInput target;
        synchronized (this) {
            target = input;
        }
        if (target != null) {
            target.close();
        }
    }

    void typed(byte[] bytes, Completion done) {
        TerminalInput target;
        synchronized (this) {
            target = over ? null : input;
        }
        if (target == null) {
            done.complete();
            return;
        }
        target.input(bytes, 0, bytes.length, done);
    }

    void resize(WindowSize size) {
        TerminalInput target;
        synchronized (this) {
            target = over ? null : input;
        }
        if (target != null) {
            target.resize(size);
        }
    }

    @Override
    public void participants(List<Participant> all) {
        String control = Controls.people(all);
        synchronized (this) {
            people = control;
        }
        tell(control);
    }

    @Override
    public void locked(boolean isLocked) {
        synchronized (this) {
            if (locked == isLocked) {
                return;
            }
            locked = isLocked;
        }
        tell(Controls.locked(isLocked));
    }

    /** For the browser at this socket, if it is still there. */
    void tell(Wire at, String control) {
        boolean there;
        synchronized (this) {
            there = wire.isPresent() && wire.get() == at;
        }
        if (there) {
            tell(control);
        }
    }

    /** Only the newest of a kind waits for a browser that is away. */
    private void tell(String control) {
        synchronized (this) {
            if (over) {
                return;
            }
            controls.removeIf(waiting -> Controls.sameKind(waiting, control));
            controls.addLast(control);
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
            now = window.add(bytes, offset, length, done, wire.isPresent());
        }
        if (now) {
            done.complete();
        }
        pump();
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
            released = window.drain();
            controls.addLast(Controls.ended(reason));
        }
        task.run();
        released.forEach(Completion::complete);
        pump();
    }

    /** Sends the next frame when none is under way: controls that wait, then output, then the end. */
    private void pump() {
        Wire to;
        String control = null;
        byte[] piece = {};
        synchronized (this) {
            boolean begun = input != null || over;
            if (sending || painting || wire.isEmpty() || !begun) {
                return;
            }
            to = wire.get();
            if (!controls.isEmpty() && !Controls.isEnd(controls.getFirst())) {
                control = controls.removeFirst();
            } else {
                piece = window.next();
                control = piece.length == 0 ? controls.pollFirst() : null;
            }
            sending = control != null || piece.length > 0;
            if (!sending) {
                return;
            }
        }
        if (control != null) {
            to.text(control, () -> sent(to));
            if (Controls.isEnd(control)) {
                to.closeSoon();
            }
        } else {
            to.binary(piece, () -> sent(to));
        }
    }

    private void sent(Wire by) {
        synchronized (this) {
            if (wire.isEmpty() || wire.get() != by) {
                return;
            }
            sending = false;
        }
        pump();
    }
}
