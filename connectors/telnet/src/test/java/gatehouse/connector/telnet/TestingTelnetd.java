package gatehouse.connector.telnet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A real telnet server on loopback, started by {@code verify/targets/telnetd.sh}; accounts deploy and operator. */
final class TestingTelnetd implements AutoCloseable {
    private static final Path SCRIPT = script();

    private final Path directory;
    final int port;

    /** @param style shell or device */
    TestingTelnetd(String style) throws IOException, InterruptedException {
        directory = Files.createTempDirectory("gatehouse-telnetd");
        port = Integer.parseInt(run(style, "start", directory.toString()).strip());
    }

    @Override
    public void close() {
        try {
            run("", "stop", directory.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String run(String style, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(SCRIPT.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TELNETD_STYLE", style);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("telnetd.sh " + String.join(" ", arguments) + " failed");
        }
        return output;
    }

    private static Path script() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("verify/targets/telnetd.sh"))) {
            at = at.getParent();
        }
        return at.resolve("verify/targets/telnetd.sh");
    }
}
