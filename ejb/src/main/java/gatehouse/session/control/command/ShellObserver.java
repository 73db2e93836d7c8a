package gatehouse.session.control.command;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.ScreenPainter;
import gatehouse.session.control.screen.ScreenModel;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Watches one shell. Its methods may be called by I/O threads, return at once and keep the order in which they were called; the work
 * happens on {@code executor}, one piece after the other, and is told to the listener there.
 */
public final class ShellObserver implements ScreenPainter {
    /** What of a long plain output is looked at: its beginning, for the excerpt, and its end, for the screen. */
    private static final int BEGINNING = 16 * 1024;

    private static final int ENDING = 64 * 1024;

    private final ScreenModel screen;
    private final CommandDetector commands;
    private final TypedKeys keys;
    private final ShellQueue queue;

    /** @param executor where the observing is done, for example {@link gatehouse.kernel.Work} */
    public ShellObserver(ScreenModel screen, ShellListener listener, Executor executor, Clock clock) {
        this.screen = screen;
        this.commands = new CommandDetector(screen, listener, clock::instant);
        this.keys = new TypedKeys(commands::typed);
        this.queue = new ShellQueue(this::handle, executor);
        screen.listen(commands);
    }

    @Override
    public void shown(byte[] bytes, int offset, int length) {
        queue.output(bytes, offset, length);
    }

    /**
     * What was typed; copied.
     *
     * @param typist the name of whoever typed it
     */
    public void input(byte[] bytes, int offset, int length, String typist) {
        queue.input(Arrays.copyOfRange(bytes, offset, offset + length), typist);
    }

    @Override
    public void resized(WindowSize size) {
        queue.resized(size);
    }

    @Override
    public CompletionStage<String> picture() {
        CompletableFuture<String> drawn = new CompletableFuture<>();
        queue.add(new ShellQueue.Snapshot(drawn));
        return drawn;
    }

    @Override
    public CompletionStage<String> banner(String text) {
        CompletableFuture<String> drawn = new CompletableFuture<>();
        queue.add(new ShellQueue.Banner(text, drawn));
        return drawn;
    }

    /** The session has ended: the last command is told. Completes when the listener has heard everything. */
    public CompletionStage<Void> close() {
        CompletableFuture<Void> told = new CompletableFuture<>();
        queue.add(new ShellQueue.Close(told));
        return told;
    }

    private void handle(ShellQueue.Event event) {
        switch (event) {
            case ShellQueue.Output(byte[] bytes) -> output(bytes);
            case ShellQueue.Input(byte[] bytes, String typist) -> {
                commands.typedBy(typist);
                keys.feed(bytes);
                Arrays.fill(bytes, (byte) 0);
            }
            case ShellQueue.Skipped _ -> commands.skipped();
            case ShellQueue.Resized(WindowSize size) -> screen.resize(size);
            case ShellQueue.Snapshot(CompletableFuture<String> drawn) ->
                drawn.completeAsync(screen::snapshot, Runnable::run);
            case ShellQueue.Banner(String text, CompletableFuture<String> drawn) ->
                drawn.completeAsync(() -> screen.banner(text), Runnable::run);
            case ShellQueue.Close(CompletableFuture<Void> told) -> {
                commands.close();
                screen.close();
                told.complete(null);
            }
        }
    }

    /**
     * The middle of a long output that only prints lines changes nothing that anybody will see, when as many lines come behind it as the
     * screen has rows. They begin with a carriage return: in the column where a terminal has them.
     */
    private void output(byte[] bytes) {
        int line = lineBehind(bytes, bytes.length - ENDING);
        if (line <= BEGINNING || !isPlain(bytes, BEGINNING, line) || lines(bytes, line) < screen.rows()) {
            commands.output(bytes);
            return;
        }
        commands.output(Arrays.copyOf(bytes, BEGINNING));
        commands.skipped();
        commands.output(Arrays.copyOfRange(bytes, line, bytes.length));
    }

    /** Where the first carriage return is at {@code from} or behind it; 0 if there is none. */
    private static int lineBehind(byte[] bytes, int from) {
        for (int i = Math.max(from, 0); i < bytes.length; i++) {
            if (bytes[i] == '\r') {
                return i;
            }
        }
        return 0;
    }

    private static int lines(byte[] bytes, int from) {
        int lines = 0;
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                lines++;
            }
        }
        return lines;
    }

    private static boolean isPlain(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0x1b || bytes[i] == 0x0e || bytes[i] == 0x0f) {
                return false;
            }
        }
        return true;
    }
}
