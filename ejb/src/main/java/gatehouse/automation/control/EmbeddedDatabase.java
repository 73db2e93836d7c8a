package gatehouse.automation.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The H2 database, copied while it is in use. The request {@code requests/backup} holds the name of the archive that is wanted in
 * {@code backups}; a failure is told in a file of that name with {@code .failed} behind it.
 */
@ApplicationScoped
public class EmbeddedDatabase {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.zip");

    @Resource(lookup = "java:jboss/datasources/GatehouseDS")
    private DataSource source;

    public void backUpIfAsked() {
        Path home = Path.of(System.getProperty("gatehouse.home"));
        Path request = home.resolve("requests").resolve("backup");
        if (!Files.isRegularFile(request)) {
            return;
        }
        try {
            String name = Files.readString(request).strip();
            Files.delete(request);
            if (NAME.matcher(name).matches()) {
                backUp(Files.createDirectories(home.resolve("backups")), name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void backUp(Path folder, String name) throws IOException {
        Path part = folder.resolve(name + ".part");
        try {
            write(part);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            AutomationLog.LOG.backupFailed(e);
            Files.deleteIfExists(part);
            Files.writeString(folder.resolve(name + ".failed"), e.getMessage());
        }
    }

    private void write(Path archive) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement backup = connection.prepareStatement("backup to ?")) {
            backup.setString(1, archive.toString());
            backup.execute();
        }
    }
}
