package gatehouse.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs one program to its end, with a time limit, and keeps what it printed. */
public final class Program {
    private final List<String> command;
    private final Map<String, String> environment = new HashMap<>();
    private byte[] input = {};
    private Duration limit = Duration.ofMinutes(3);
    private Path directory = Path.of(".");

    private Program(List<String> command) {
        this.command = new ArrayList<>(command);
    }

    public static Program of(String... command) {
        return new Program(List.of(command));
    }

    public static Program of(List<String> command) {
        return new Program(command);
    }

    public Program with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Program in(Path workingDirectory) {
        directory = workingDirectory;
        return this;
    }

    public Program typing(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public Program typing(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    public Program atMost(Duration duration) {
        limit = duration;
        return this;
    }

    /** Starts it and goes on, to type while it runs. */
    Conversation converse() {
        try {
            Path shown = Files.createTempFile("program", ".out");
            ProcessBuilder builder = builder().redirectErrorStream(true).redirectOutput(shown.toFile());
            return new Conversation(builder.start(), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it and leaves it to the caller; what it prints goes nowhere, what it is to read stays open. */
    Process start() {
        try {
            return builder()
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For tests that need the process while it runs, and end it themselves. */
    ProcessBuilder builder() {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.environment().putAll(environment);
        return builder;
    }

    /** @return exit code, standard output and error; a program that takes too long is killed and has code 124 */
    public Result run() {
        try {
            Path out = Files.createTempFile("program", ".out");
            Path err = Files.createTempFile("program", ".err");
            Path in = Files.write(Files.createTempFile("program", ".in"), input);
            int code = finish(builder()
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start());
            Result result =
                    new Result(code, Files.readAllBytes(out), Files.readString(err, StandardCharsets.ISO_8859_1));
            for (Path file : List.of(in, out, err)) {
                Files.delete(file);
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int finish(Process process) {
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return 124;
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw new IllegalStateException(e);
        }
    }

    /** How it ended. {@code bytes()} is standard output as it came. */
    public static final class Result {
        private final int code;
        private final byte[] bytes;
        private final String err;

        private Result(int code, byte[] bytes, String err) {
            this.code = code;
            this.bytes = bytes;
            this.err = err;
        }

        public int code() {
            return code;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        public String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        public String err() {
            return err;
        }

        @Override
        public String toString() {
            return "exit code " + code + "\n--- out\n" + out() + "\n--- err\n" + err;
        }
    }
}
