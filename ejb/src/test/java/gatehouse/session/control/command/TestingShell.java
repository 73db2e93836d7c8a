package gatehouse.session.control.command;

import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.screen.ScreenModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** A real program on a real pseudo terminal, made by script(1), watched by an observer. */
final class TestingShell implements AutoCloseable {
    static final String PROMPT = "me@box:~$ ";
    private static final long PATIENCE_SECONDS = 180;

    private final Process process;
    private final OutputStream keyboard;
    private final StringBuilder screen = new StringBuilder();
    private final Thread reader;
    final Observed observed = new Observed();
    final ShellObserver observer;
    private volatile boolean closed;
    private int seen;
    private String typist = "me";

    private TestingShell(Process process, WindowSize size) {
        this.process = process;
        this.keyboard = process.getOutputStream();
        this.observer = new ShellObserver(new ScreenModel(size), observed, Runnable::run, Clock.systemUTC());
        this.reader = Thread.ofPlatform().name("shell output").start(this::read);
    }

    /** @param setting lines of a bashrc */
    static TestingShell bash(Path directory, int columns, int rows, String setting) throws IOException {
        Path rc = directory.resolve("bashrc");
        Files.writeString(rc, "PS1='" + PROMPT + "'; HISTFILE=; unset PROMPT_COMMAND\n" + setting + "\n");
        String command = "stty rows " + rows + " cols " + columns + "; exec bash --noprofile --rcfile " + rc + " -i";
        ProcessBuilder builder =
                new ProcessBuilder("script", "-qfc", command, "/dev/null").directory(directory.toFile());
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("SHELL", "/bin/bash");
        builder.environment().put("HOME", directory.toString());
        builder.environment().put("TMUX_TMPDIR", directory.toString());
        builder.environment().keySet().removeIf(name -> name.equals("TMUX") || name.startsWith("BASH_"));
        TestingShell shell =
                new TestingShell(builder.redirectErrorStream(true).start(), WindowSize.cells(columns, rows));
        shell.expect(PROMPT);
        return shell;
    }

    private void read() {
        byte[] buffer = new byte[8192];
        try (InputStream output = process.getInputStream()) {
            for (int n = output.read(buffer); n > 0; n = output.read(buffer)) {
                synchronized (screen) {
                    observer.shown(buffer, 0, n);
                    screen.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
                    screen.notifyAll();
                }
            }
        } catch (IOException e) {
            if (!closed) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whose keys come from now on. */
    TestingShell as(String name) {
        typist = name;
        return this;
    }

    /** Types everything at once. */
    TestingShell type(String keys) {
        byte[] bytes = keys.getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (screen) {
                observer.input(bytes, 0, bytes.length, typist);
            }
            keyboard.write(bytes);
            keyboard.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Types text key by key, each echoed before the next. */
    TestingShell slowly(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(key -> type(key).expect(key));
        return this;
    }

    /** Waits until the terminal has been sent {@code text} after what was waited for last. */
    TestingShell expect(String text) {
        synchronized (screen) {
            if (!shows(text)) {
                throw new AssertionError("waited for <" + text + "> but saw <" + screen.substring(seen) + ">");
            }
            seen = screen.indexOf(text, seen) + text.length();
        }
        return this;
    }

    private boolean shows(String text) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (screen) {
            while (screen.indexOf(text, seen) < 0) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(screen, left);
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return true;
        }
    }

    TestingShell prompt() {
        return expect(PROMPT);
    }

    /**
     * Gives the line up with Ctrl-C and waits for the next prompt. Bash waits for a key before: version 5.2 loses an interrupt that comes
     * between its look for signals and its wait (4 of 6,000 on a busy machine, 0 of 6,000 when it waits already).
     */
    TestingShell abandon() {
        untilAllWait();
        return type("\003").prompt();
    }

    private void untilAllWait() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!process.descendants().allMatch(TestingShell::waits)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the shell never waits for a key");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    /** As the kernel says behind the name of the program (proc(5)). */
    private static boolean waits(ProcessHandle program) {
        try {
            String stat = Files.readString(Path.of("/proc/" + program.pid() + "/stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2) == 'S';
        } catch (IOException e) {
            if (!program.isAlive()) {
                return true;
            }
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the shell; everything was told then. */
    @Override
    public void close() {
        closed = true;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            reader.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        observer.close();
    }
}
