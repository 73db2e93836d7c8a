package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.session.control.screen.CellWidth;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A person at a terminal: types, and waits for what is to appear. */
final class TestingTerminal implements TerminalOutput {
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private int seen;
    final CompletableFuture<Optional<ProblemException>> closed = new CompletableFuture<>();
    final CompletableFuture<ExitStatus> exited = new CompletableFuture<>();
    TerminalInput input;

    static final String AUTHORITY = "@cert-authority * ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI";

    static Pty pty(int columns, int rows) {
        return new Pty("xterm", WindowSize.cells(columns, rows), Map.of());
    }

    /** How many cells a line takes, without what colours it and steers the cursor. */
    static int cells(String line) {
        return CellWidth.of(line.replaceAll("\033\\[[0-9;?]*[A-Za-z]", ""));
    }

    static MenuOptions options(int columns, int rows) {
        return new MenuOptions(
                "alice",
                "",
                Locale.ENGLISH,
                Duration.ofMinutes(1),
                pty(columns, rows),
                Optional.of(new MenuOptions.Jump("alice@gate.example:2222", AUTHORITY)),
                Optional.empty());
    }

    TestingTerminal start(MenuOptions options, MenuCatalogue catalogue, MenuSessions sessions) {
        input = InteractiveMenu.start(new Work("menu", null), options, catalogue, sessions, this);
        return this;
    }

    TestingTerminal type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        input.input(bytes, 0, bytes.length, Completion.NOTHING);
        return this;
    }

    /** Waits until {@code text} appears after what the last call found; gives what came until then. */
    synchronized String expect(String text) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String fresh = written.toString(StandardCharsets.UTF_8).substring(seen);
            int at = fresh.indexOf(text);
            if (at >= 0) {
                seen += at + text.length();
                return fresh.substring(0, at + text.length());
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                throw new AssertionError("waited for <" + text + "> but saw <" + fresh + ">");
            }
            waitFor(left);
        }
    }

    private void waitFor(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    synchronized String everything() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void output(byte[] bytes, int offset, int length, Completion done) {
        written.write(bytes, offset, length);
        notifyAll();
        done.complete();
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        output(bytes, offset, length, done);
    }

    @Override
    public void endOfOutput() {}

    @Override
    public void exited(ExitStatus status) {
        exited.complete(status);
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        closed.complete(reason);
    }
}
