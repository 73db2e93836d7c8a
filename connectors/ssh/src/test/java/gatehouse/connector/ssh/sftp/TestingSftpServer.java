package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * OpenSSH's {@code sftp-server} as a process of its own, started in a fresh directory. Under root it runs as nobody, because it refuses a uid without a name. The
 * program comes from the machine, or is unpacked from Debian's package, which needs no installation.
 */
final class TestingSftpServer extends QuietInput implements AutoCloseable {
    private final Process process;
    final Path directory;
    /** Once its end has been told to whom it delivers to. */
    final CompletableFuture<Void> over = new CompletableFuture<>();

    private TestingSftpServer(Process process, Path directory) {
        this.process = process;
        this.directory = directory;
    }

    /** @param options beside those that it always has */
    static TestingSftpServer start(String... options) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("sftp-server");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path program = Files.copy(program(), directory.resolve("sftp-server"));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path home = Files.createDirectory(directory.resolve("home"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"));
        }
        command.addAll(List.of(program.toString(), "-e"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new TestingSftpServer(process, home);
    }

    private static Path program() throws IOException, InterruptedException {
        Path cache =
                Path.of(System.getProperty("java.io.tmpdir"), "gatehouse-peers-" + System.getProperty("user.name"));
        Path unpacked = cache.resolve("usr/lib/openssh/sftp-server");
        Optional<Path> found = Stream.of(
                        "/usr/lib/openssh/sftp-server", "/usr/libexec/openssh/sftp-server", "/usr/lib/ssh/sftp-server")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isPresent()) {
            return found.get();
        }
        if (!Files.isExecutable(unpacked)) {
            Files.createDirectories(cache);
            run(cache, "apt-get", "download", "openssh-sftp-server");
            try (Stream<Path> packages = Files.list(cache)) {
                Path deb = packages.filter(file -> file.toString().endsWith(".deb"))
                        .findFirst()
                        .orElseThrow();
                run(cache, "dpkg-deb", "-x", deb.toString(), cache.toString());
            }
        }
        return unpacked;
    }

    private static void run(Path directory, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the test needs OpenSSH's sftp-server; " + String.join(" ", command) + ": " + said);
        }
    }

    void deliverTo(TerminalOutput output) {
        Thread.ofVirtual().name("sftp-server").start(() -> {
            byte[] buffer = new byte[32_000];
            try (InputStream from = process.getInputStream()) {
                for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                    output.output(buffer, 0, count, Completion.NOTHING);
                }
            } catch (IOException gone) {
                // the process was ended: the same as its end of output
            }
            output.closed(Optional.empty());
            over.complete(null);
        });
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        try {
            process.getOutputStream().write(bytes, offset, length);
            process.getOutputStream().flush();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        done.complete();
    }

    @Override
    public void endOfInput() {
        close();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(180, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
