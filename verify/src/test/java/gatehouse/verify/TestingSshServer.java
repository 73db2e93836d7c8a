package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A real OpenSSH server on loopback ({@code verify/targets/sshd.sh}) with the accounts {@code deploy} and {@code operator}. */
public final class TestingSshServer implements AutoCloseable {
    public static final String USER = "deploy";
    public static final String PASSWORD = "deploy-secret";
    private static final Path SCRIPT = RunningGatehouse.ROOT.resolve("verify/targets/sshd.sh");

    private final Path directory;
    private final int port;

    private TestingSshServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    public static TestingSshServer start() {
        Path directory = temporary("gatehouse-sshd");
        Program.Result started = Program.of(SCRIPT.toString(), "start", directory.toString())
                .atMost(Duration.ofMinutes(5))
                .run();
        if (started.code() != 0) {
            throw new IllegalStateException("sshd did not start: " + started);
        }
        return new TestingSshServer(directory, Integer.parseInt(started.out().strip()));
    }

    public int port() {
        return port;
    }

    /** Home of the account {@link #USER}, to look at what arrived. */
    public Path home() {
        return directory.resolve("home").resolve(USER);
    }

    /** A private key, in OpenSSH's form and without passphrase, that every account accepts. */
    public Path clientKey() {
        return directory.resolve("id_ed25519");
    }

    public Path log() {
        return directory.resolve("log");
    }

    /** As a machine that loses power: the server and every connection of it die at once. */
    public void kill() {
        try {
            long pid = Long.parseLong(Files.readString(directory.resolve("pid")).strip());
            ProcessHandle.of(pid).ifPresent(server -> {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After {@link #kill} or {@link #close}: on the same port, with the same host keys. */
    public void startAgain() {
        Eventually.holds(() -> assertThatThrownBy(this::knock).isInstanceOf(ConnectException.class));
        Program.Result started = Program.of(
                        "env", "SSHD_PORT=" + port, SCRIPT.toString(), "start", directory.toString())
                .atMost(Duration.ofMinutes(5))
                .run();
        if (started.code() != 0) {
            throw new IllegalStateException("sshd did not start again: " + started);
        }
    }

    private void knock() throws IOException {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    /** With other host keys from the next start on, as after an installation. */
    public void forgetHostKeys() {
        try {
            for (String name : new String[] {"host_ed25519", "host_rsa"}) {
                Files.delete(directory.resolve(name));
                Files.delete(directory.resolve(name + ".pub"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Program.of(SCRIPT.toString(), "stop", directory.toString()).run();
    }

    private static Path temporary(String prefix) {
        try {
            return Files.createTempDirectory(prefix);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
