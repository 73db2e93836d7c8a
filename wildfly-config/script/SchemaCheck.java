import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Does this version know the schema of that database? Arguments: the JDBC URL and the folder of the migrations; user and password
 * come from the environment. Exit 1: made by a newer version, or an earlier migration failed.
 */
final class SchemaCheck {
    public static void main(String[] arguments) throws IOException, SQLException {
        Set<String> known = scripts(Path.of(arguments[1]));
        List<String> strange = new ArrayList<>();
        Set<String> pending = new TreeSet<>(known);
        Properties login = new Properties();
        login.setProperty("user", System.getenv("GATEHOUSE_DB_USER"));
        login.setProperty("password", System.getenv("GATEHOUSE_DB_PASSWORD"));
        // of PostgreSQL; the embedded database does not heed it
        login.setProperty("loginTimeout", "10");
        try (Connection connection = DriverManager.getConnection(arguments[0], login);
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select script, success from gatehouse.flyway_schema_history where version is not null")) {
            while (rows.next()) {
                String script = Path.of(rows.getString(1)).getFileName().toString();
                if (!rows.getBoolean(2)) {
                    exit("an earlier migration failed: " + script);
                }
                if (!pending.remove(script)) {
                    strange.add(script);
                }
            }
        }
        if (!strange.isEmpty()) {
            exit("the database was made by a newer version, which had also: " + String.join(", ", strange));
        }
        System.out.println(pending.isEmpty()
                ? "The schema is up to date."
                : "Migrations that the next start will run: " + String.join(", ", pending));
    }

    private static Set<String> scripts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("V.*\\.sql"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static void exit(String reason) {
        System.err.println("gatehouse: " + reason);
        System.exit(1);
    }
}
