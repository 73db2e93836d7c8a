package gatehouse.web.session;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.session.boundary.OpenedTerminal;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A shell in a browser's tab. It outlives the socket that carries it: sockets are attached and go. */
final class BrowserShell implements TerminalOutput {
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

    void resume(Wire by, long received, WindowSize size) {
        Optional<Wire> before;
        synchronized (this) {
            before = wire;
            wire = Optional.of(by);
            sending = false;
            attachments++;
            long from = window.rewind(received);
            controls.addFirst(Json.createObjectBuilder()
                    .add("type", "resumed")
                    .add("from", from)
                    .add("snapshot", from != received)
                    .build()
                    .toString());
        }
        before.filter(old -> old != by).ifPresent(Wire::close);
        resize(size);
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
            if (sending || wire.isEmpty() || !begun) {
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
