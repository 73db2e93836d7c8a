package gatehouse.identity.control;

import gatehouse.kernel.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Consumer;

/**
 * How links reach the person at the machine: files below {@code $GATEHOUSE_HOME}, of mode 0600, never the log. Whoever may write a file
 * into {@code $GATEHOUSE_HOME/requests} may ask for a new one: it is the user that Gatehouse runs as.
 */
public final class LinkFile {
    private static final String OWNER_ONLY = "rw-------";

    private final Path home;
    private final int httpsPort;

    LinkFile(Path home, int httpsPort) {
        this.home = home;
        this.httpsPort = httpsPort;
    }

    /** As the server's system properties say. */
    public static LinkFile ofServer() {
        return new LinkFile(
                Path.of(System.getProperty("gatehouse.home")), Integer.getInteger("gatehouse.https.port", 8443));
    }

    /** @param name both of the file ({@code setup-link}) and, before the hyphen, of the page */
    public void write(String name, Secret token) {
        String page = name.substring(0, name.indexOf('-'));
        String link = "https://localhost:" + httpsPort + "/ui/#/" + page + "?token=" + token.asString() + "\n";
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
            Path fresh = Files.createTempFile(home, name, ".new", mode);
            Files.writeString(fresh, link);
            Files.move(fresh, home.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void delete(String name) {
        try {
            Files.deleteIfExists(home.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the content of a request, if there is one, to whoever answers it. It is taken away afterwards: who asked waits for that. */
    public void answerRequest(String name, Consumer<String> answer) {
        Path request = home.resolve("requests").resolve(name);
        try {
            if (!Files.isRegularFile(request)) {
                return;
            }
            try {
                answer.accept(
                        Files.size(request) > 256
                                ? ""
                                : Files.readString(request).strip());
            } finally {
                Files.delete(request);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
