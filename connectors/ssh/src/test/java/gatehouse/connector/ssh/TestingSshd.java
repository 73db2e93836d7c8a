package gatehouse.connector.ssh;

import gatehouse.connector.spi.outbound.OutboundTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real OpenSSH server on loopback, started by {@code verify/targets/sshd.sh}; accounts deploy and operator. */
final class TestingSshd implements AutoCloseable {
    private static final Path SCRIPT = script();

    private final Path directory;
    final int port;

    TestingSshd(String... options) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("gatehouse-sshd");
        port = Integer.parseInt(run(Map.of("SSHD_OPTIONS", String.join("\n", options)), "start", directory.toString())
                .strip());
    }

    /** As deploy. */
    OutboundTarget target() {
        return TestingTarget.byPassword(port, "deploy", "deploy-secret");
    }

    Path clientKey() {
        return directory.resolve("id_ed25519");
    }

    /** The public half as base64, second word of its file. */
    String clientKeyBlob() throws IOException {
        String line = Files.readString(Path.of(clientKey() + ".pub"));
        int start = line.indexOf(' ') + 1;
        return line.substring(start, line.indexOf(' ', start));
    }

    Path file(String name) {
        return directory.resolve("home/deploy").resolve(name);
    }

    String hostKeyLine() throws IOException {
        return Files.readString(directory.resolve("host_ed25519.pub")).strip();
    }

    @Override
    public void close() {
        try {
            run(Map.of(), "stop", directory.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("sshd.sh " + String.join(" ", arguments) + " failed");
        }
        return output;
    }

    private static Path script() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("verify/targets/sshd.sh"))) {
            at = at.getParent();
        }
        return at.resolve("verify/targets/sshd.sh");
    }
}
