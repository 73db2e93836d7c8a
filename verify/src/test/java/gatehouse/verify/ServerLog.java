package gatehouse.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a server wrote about itself, also in files that it has turned away from. */
final class ServerLog {
    private static final String ERROR = " ERROR [gatehouse";

    private final Path folder;
    private final Set<String> expected = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    ServerLog(Path folder) {
        this.folder = folder;
    }

    synchronized void expect(String... codes) {
        expected.addAll(List.of(codes));
    }

    /** Those that nobody expects, since this was asked the last time. */
    synchronized List<String> newErrors() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("server.log"))
                    .flatMap(ServerLog::errors)
                    .filter(line -> expected.stream().noneMatch(line::contains))
                    .filter(told::add)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> errors(Path file) {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains(ERROR)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
