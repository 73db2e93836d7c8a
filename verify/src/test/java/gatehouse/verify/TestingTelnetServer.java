package gatehouse.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real telnet server on loopback ({@code verify/targets/telnetd.sh}) with the accounts {@code deploy} and {@code operator}. */
final class TestingTelnetServer implements AutoCloseable {
    static final String USER = "deploy";
    static final String PASSWORD = "deploy-secret";
    private static final Path SCRIPT = RunningGatehouse.ROOT.resolve("verify/targets/telnetd.sh");

    private final Path directory;
    private final int port;

    private TestingTelnetServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    /** With a shell. */
    static TestingTelnetServer start() {
        return start("shell");
    }

    /** A switch, whose {@code enable} wants the password {@code enable-secret}. */
    static TestingTelnetServer device() {
        return start("device");
    }

    private static TestingTelnetServer start(String style) {
        try {
            Path directory = Files.createTempDirectory("gatehouse-telnetd");
            Program.Result started = Program.of(SCRIPT.toString(), "start", directory.toString())
                    .with("TELNETD_STYLE", style)
                    .atMost(Duration.ofMinutes(5))
                    .run();
            if (started.code() != 0) {
                throw new IllegalStateException("telnetd did not start: " + started);
            }
            return new TestingTelnetServer(
                    directory, Integer.parseInt(started.out().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        Program.of(SCRIPT.toString(), "stop", directory.toString()).run();
    }
}
