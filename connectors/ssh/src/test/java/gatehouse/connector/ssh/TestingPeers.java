package gatehouse.connector.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Programs of Debian, unpacked by {@code verify/targets/peers.sh} and never installed.
 *
 * @param tree they are below
 */
record TestingPeers(Path tree) {
    record Result(int exit, String output) {}

    static TestingPeers unpack(String... packages) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script("peers.sh").toString()));
        command.addAll(List.of(packages));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("peers.sh could not unpack " + String.join(" ", packages));
        }
        return new TestingPeers(Path.of(printed.strip()));
    }

    /** Runs to its end; both streams together. */
    Result run(String... command) throws IOException, InterruptedException {
        Process process = builder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    /** For a server: no peer runs as root. It may not be able to enter the folders of whoever runs the tests. */
    ProcessBuilder server(String... command) throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return builder(command);
        }
        List<String> line = new ArrayList<>(List.of("setpriv", "--reuid=61321", "--regid=61321", "--clear-groups"));
        line.addAll(List.of(command));
        return builder(line.toArray(String[]::new));
    }

    /** Finds the libraries and modules that came along. */
    ProcessBuilder builder(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", libraries());
        builder.environment()
                .put("PYTHONPATH", tree.resolve("usr/lib/python3/dist-packages").toString());
        return builder;
    }

    private String libraries() throws IOException {
        try (Stream<Path> places = Files.list(tree.resolve("usr/lib"))) {
            return places.filter(place -> place.getFileName().toString().endsWith("-linux-gnu"))
                    .map(Path::toString)
                    .collect(Collectors.joining(":"));
        }
    }

    private static Path script(String name) {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("verify/targets").resolve(name))) {
            at = at.getParent();
        }
        return at.resolve("verify/targets").resolve(name);
    }
}
