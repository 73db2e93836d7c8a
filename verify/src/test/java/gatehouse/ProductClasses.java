package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of every module, RARs and WAR included, as the build left them. */
final class ProductClasses {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private ProductClasses() {}

    static List<Path> folders() {
        try (Stream<Path> connectors = Files.list(ROOT.resolve("connectors"))) {
            return Stream.concat(Stream.of("kernel", "ejb", "web-war").map(ROOT::resolve), connectors)
                    .map(module -> module.resolve("target/classes"))
                    .filter(Files::isDirectory)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
