package gatehouse.session.control.menu;

import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The person's terminal as the menu's thread uses it: writes and waits, reads lines. Every method throws {@link MenuClosed} when it is gone. */
final class MenuTerminal {
    private static final int DEFAULT_COLUMNS = 80;
    private static final int DEFAULT_ROWS = 24;
    private static final Duration WRITE_LIMIT = Duration.ofMinutes(5);
    private static final String PASTE_ON = "\033[?2004h";
    private static final String PASTE_OFF = "\033[?2004l";

    /** How a line ended. */
    enum End {
        ENTER,
        CANCEL,
        END_OF_INPUT,
        IDLE,
        /** The window has another size or the person wants it painted again; the unfinished line is kept. */
        REDRAW
    }

    /** @param text empty unless {@code end} is {@link End#ENTER} */
    record Line(End end, String text) {}

    private final Switchboard switchboard;
    private final TerminalOutput output;
    private final Duration idleLimit;
    private final Deque<Key> pressed = new ArrayDeque<>();
    private final KeyDecoder decoder = new KeyDecoder(pressed::add);
    /** Typed, but not decoded yet: when a session opens it belongs to that. */
    private byte[] typed = {};

    private int decoded;
    private long lastKey = System.nanoTime();

    MenuTerminal(Switchboard switchboard, TerminalOutput output, Duration idleLimit) {
        this.switchboard = switchboard;
        this.output = output;
        this.idleLimit = idleLimit;
    }

    int columns() {
        int columns = switchboard.size().columns();
        return columns == 0 ? DEFAULT_COLUMNS : Math.max(10, columns);
    }

    int rows() {
        int rows = switchboard.size().rows();
        return rows == 0 ? DEFAULT_ROWS : Math.max(5, rows);
    }

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        CompletableFuture<Void> written = new CompletableFuture<>();
        output.output(bytes, 0, bytes.length, () -> written.complete(null));
        try {
            written.get(WRITE_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MenuClosed();
        } catch (ExecutionException | TimeoutException e) {
            throw new MenuClosed();
        }
    }

    void line(String text) {
        write(text + "\r\n");
    }

    Line read(String prompt, LineEditor editor) {
        End end = edit(prompt, editor, true);
        if (end != End.ENTER) {
            return new Line(end, "");
        }
        return new Line(end, editor.take());
    }

    /** Empty when the person gave up or is idle; nothing is echoed. */
    Optional<Secret> readSecret(String prompt) {
        LineEditor editor = new LineEditor();
        End end = edit(prompt, editor, false);
        while (end == End.REDRAW) {
            end = edit(prompt, editor, false);
        }
        char[] typed = editor.takeSecret();
        try {
            return end == End.ENTER ? Optional.of(Secret.of(typed)) : Optional.empty();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    private End edit(String prompt, LineEditor editor, boolean echo) {
        write(PASTE_ON + editor.render(prompt, columns(), echo));
        try {
            return keys(prompt, editor, echo);
        } finally {
            write(PASTE_OFF);
        }
    }

    private End keys(String prompt, LineEditor editor, boolean echo) {
        while (true) {
            boolean changed = false;
            while (isPressed()) {
                Key key = pressed.poll();
                Optional<End> end = ending(key, editor);
                if (end.isPresent()) {
                    write((changed ? editor.render(prompt, columns(), echo) : "") + trailer(end.get()));
                    return end.get();
                }
                editor.press(key);
                changed = true;
            }
            if (changed) {
                write(editor.render(prompt, columns(), echo));
            }
            Optional<End> end = await(editor);
            if (end.isPresent()) {
                write(trailer(end.get()));
                return end.get();
            }
        }
    }

    private static String trailer(End end) {
        return switch (end) {
            case ENTER, END_OF_INPUT, IDLE -> "\r\n";
            case CANCEL -> "^C\r\n";
            case REDRAW -> "";
        };
    }

    private static Optional<End> ending(Key key, LineEditor editor) {
        return switch (key) {
            case Key.Named.ENTER -> Optional.of(End.ENTER);
            case Key.Named.REDRAW -> Optional.of(End.REDRAW);
            case Key.Named.CANCEL -> {
                editor.take();
                yield Optional.of(End.CANCEL);
            }
            case Key.Named.END_OF_INPUT -> {
                if (!editor.isEmpty()) {
                    editor.press(Key.Named.DELETE);
                    yield Optional.empty();
                }
                yield Optional.of(End.END_OF_INPUT);
            }
            case Key.Named _ -> Optional.empty();
            case Key.Typed _ -> Optional.empty();
        };
    }

    /** What a session's person did there was no key of the menu, which waits for the first one from now on. */
    void idleFromNow() {
        lastKey = System.nanoTime();
    }

    /** R1.5: a window that changes its size is nobody who types. */
    private Duration untilIdle() {
        Duration left = idleLimit.minusNanos(System.nanoTime() - lastKey);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Waits for the next event; keys are put into {@link #pressed}. */
    private Optional<End> await(LineEditor editor) {
        if (switchboard.isStopping()) {
            throw MenuClosed.stopping();
        }
        MenuEvent event = switchboard.isExhausted() ? new MenuEvent.InputEnded() : next(untilIdle());
        return switch (event) {
            case null -> Optional.of(End.IDLE);
            case MenuEvent.Keys keys -> {
                take(keys);
                yield Optional.empty();
            }
            case MenuEvent.Resized _ -> Optional.of(End.REDRAW);
            case MenuEvent.Interrupted _ -> {
                idleFromNow();
                editor.take();
                yield Optional.of(End.CANCEL);
            }
            case MenuEvent.InputEnded _ -> Optional.of(End.END_OF_INPUT);
            case MenuEvent.Gone _ -> throw new MenuClosed();
            case MenuEvent.Stopping _ -> throw MenuClosed.stopping();
            case MenuEvent.Opened opened -> {
                opened.session().close();
                yield Optional.empty();
            }
            case MenuEvent.NotOpened _ -> Optional.empty();
            case MenuEvent.SessionEnded _ -> Optional.empty();
        };
    }

    private void take(MenuEvent.Keys keys) {
        idleFromNow();
        typed = keys.bytes();
        decoded = 0;
        keys.done().complete();
    }

    /** Decodes no further than to the next key. */
    private boolean isPressed() {
        while (pressed.isEmpty() && decoded < typed.length) {
            decoder.feed(typed, decoded++, 1);
        }
        return !pressed.isEmpty();
    }

    /** What was typed behind the line that was read last, and removes it. */
    byte[] typedAhead() {
        boolean halfOfPair =
                decoded > 0 && decoded < typed.length && typed[decoded - 1] == '\r' && typed[decoded] == '\n';
        byte[] rest = Arrays.copyOfRange(typed, halfOfPair ? decoded + 1 : decoded, typed.length);
        decoded = typed.length;
        pressed.clear();
        return rest;
    }

    /** Null when nothing came within {@code limit}. */
    MenuEvent next(Duration limit) {
        try {
            return switchboard.next(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MenuClosed();
        }
    }
}
