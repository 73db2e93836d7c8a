package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** Opens what was chosen and waits, on the menu's thread, until it has ended. What is typed meanwhile belongs to the session. */
final class Connection {
    private static final Duration TICK = Duration.ofHours(1);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final byte CANCEL = 0x03;
    /** Leaves what the session's programs may have switched on: alternate screen, mouse, bracketed paste, keypad, colours. */
    private static final String RESET = "\033[?1047l\033[?1000;1002;1003;1006;2004l\033[?25h\033[?1l\033>\033[0m";

    /** How it went. */
    sealed interface Outcome {
        record Ended(Optional<ProblemException> reason, Optional<ExitStatus> status) implements Outcome {}

        record Failed(Throwable cause) implements Outcome {}

        record GivenUp() implements Outcome {}
    }

    private final Switchboard switchboard;
    private final MenuTerminal terminal;
    private final MenuSessions sessions;
    private final TerminalOutput output;
    private final Pty pty;

    Connection(Switchboard switchboard, MenuTerminal terminal, MenuSessions sessions, TerminalOutput output, Pty pty) {
        this.switchboard = switchboard;
        this.terminal = terminal;
        this.sessions = sessions;
        this.output = output;
        this.pty = pty;
    }

    /** The pseudo terminal with the size that the window has now. */
    Pty pty() {
        return new Pty(pty.term(), switchboard.size(), pty.modes());
    }

    TerminalOutput output() {
        return output;
    }

    Outcome run(MenuChoice choice) {
        SessionOutput sessionOutput = new SessionOutput(output, switchboard);
        open(choice, sessionOutput)
                .whenComplete((session, failure) -> switchboard.post(
                        failure == null
                                ? new MenuEvent.Opened(session, sessionOutput)
                                : new MenuEvent.NotOpened(cause(failure), sessionOutput)));
        return awaitOpened(choice, sessionOutput);
    }

    private CompletionStage<TerminalInput> open(MenuChoice choice, SessionOutput sessionOutput) {
        try {
            return sessions.open(choice, sessionOutput);
        } catch (ProblemException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private Outcome awaitOpened(MenuChoice choice, SessionOutput mine) {
        List<MenuEvent.Keys> held = new ArrayList<>();
        byte[] ahead = terminal.typedAhead();
        if (ahead.length > 0) {
            held.add(new MenuEvent.Keys(ahead, Completion.NOTHING));
        }
        try {
            while (true) {
                switch (terminal.next(TICK)) {
                    case null -> {}
                    case MenuEvent.Opened opened
                    when opened.output() == mine -> {
                        return relay(choice, opened.session(), mine, held);
                    }
                    case MenuEvent.NotOpened failed
                    when failed.output() == mine -> {
                        return new Outcome.Failed(failed.cause());
                    }
                    case MenuEvent.Keys keys -> {
                        held.add(keys);
                        if (cancels(keys.bytes())) {
                            return giveUp(mine);
                        }
                    }
                    case MenuEvent.Interrupted _ -> {
                        return giveUp(mine);
                    }
                    case MenuEvent.Gone _ -> {
                        mine.abandon();
                        throw new MenuClosed();
                    }
                    case MenuEvent.Stopping _ -> {
                        mine.abandon();
                        throw MenuClosed.stopping();
                    }
                    case MenuEvent.Opened stale -> stale.session().close();
                    case MenuEvent.InputEnded _ -> mine.endInput();
                    case MenuEvent.NotOpened _ -> {}
                    case MenuEvent.Resized _ -> {}
                    case MenuEvent.SessionEnded _ -> {}
                }
            }
        } finally {
            held.forEach(keys -> keys.done().complete());
        }
    }

    private static Outcome giveUp(SessionOutput mine) {
        mine.abandon();
        return new Outcome.GivenUp();
    }

    private static boolean cancels(byte[] typed) {
        for (byte b : typed) {
            if (b == CANCEL) {
                return true;
            }
        }
        return false;
    }

    private Outcome relay(MenuChoice choice, TerminalInput session, SessionOutput mine, List<MenuEvent.Keys> held) {
        WindowSize size = switchboard.size();
        if (!size.equals(choice.pty().size())) {
            session.resize(size);
        }
        switchboard.connect(session, held);
        held.clear();
        if (mine.inputEnded()) {
            session.endOfInput();
        }
        boolean gone = false;
        while (!mine.isClosed()) {
            MenuEvent event = terminal.next(gone ? CLOSING : TICK);
            if (event == null && gone) {
                break;
            }
            gone |= event instanceof MenuEvent.Gone;
            passOn(event, session);
        }
        switchboard.disconnect();
        if (gone) {
            throw new MenuClosed();
        }
        session.close();
        terminal.idleFromNow();
        terminal.write(RESET + "\r\n");
        return new Outcome.Ended(mine.reason(), mine.status());
    }

    /** What came between the session's opening and its connection; later everything goes past this thread. */
    private void passOn(MenuEvent event, TerminalInput session) {
        switch (event) {
            case null -> {}
            case MenuEvent.Gone _ -> session.close();
            case MenuEvent.Keys(byte[] bytes, Completion done) -> session.input(bytes, 0, bytes.length, done);
            case MenuEvent.Resized _ -> session.resize(switchboard.size());
            case MenuEvent.Interrupted _ -> session.signal("INT");
            case MenuEvent.InputEnded _ -> session.endOfInput();
            case MenuEvent.Opened stale -> stale.session().close();
            case MenuEvent.Stopping _ -> {} // ends the session, too, and the menu behind it
            case MenuEvent.NotOpened _ -> {}
            case MenuEvent.SessionEnded _ -> {}
        }
    }
}
