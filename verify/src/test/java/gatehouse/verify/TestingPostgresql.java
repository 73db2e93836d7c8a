package gatehouse.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A real PostgreSQL on loopback ({@code verify/targets/postgresql.sh}), which can be stopped, frozen and started again. */
final class TestingPostgresql implements AutoCloseable {
    static final String USER = "gatehouse";
    static final String PASSWORD = "gatehouse-secret";
    private static final Path SCRIPT = RunningGatehouse.ROOT.resolve("verify/targets/postgresql.sh");

    private final Path directory;
    private final int port;

    private TestingPostgresql(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static TestingPostgresql start() {
        try {
            Path directory = Files.createTempDirectory("gatehouse-postgresql");
            return new TestingPostgresql(
                    directory, Integer.parseInt(script("start", directory).out().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Gatehouse has to be told to use this server's database {@code name}. */
    Map<String, String> settings(String name) {
        Map<String, String> settings = new HashMap<>();
        settings.put("GATEHOUSE_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/" + name);
        settings.put("GATEHOUSE_DB_USER", USER);
        settings.put("GATEHOUSE_DB_PASSWORD", PASSWORD);
        settings.put("PATH", directory.resolve("bin") + ":" + System.getenv("PATH"));
        return settings;
    }

    /** A further database of the same user. */
    void create(String name) {
        sql("postgres", "postgres", "create database " + name + " owner " + USER);
    }

    /** What the database {@code name} answers: values only, columns separated by {@code |}. */
    String ask(String name, String sql) {
        return sql(USER, name, sql);
    }

    void stop() {
        script("stop", directory);
    }

    void startAgain() {
        script("start", directory);
    }

    void freeze() {
        script("freeze", directory);
    }

    void thaw() {
        script("thaw", directory);
    }

    @Override
    public void close() {
        stop();
    }

    private String sql(String user, String database, String sql) {
        Program.Result result = Program.of(
                        directory.resolve("bin/psql").toString(),
                        "-XqAt",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        Integer.toString(port),
                        "-U",
                        user,
                        "-c",
                        sql,
                        database)
                .with("PGPASSWORD", PASSWORD)
                .run();
        return required(result).out().strip();
    }

    private static Program.Result script(String what, Path directory) {
        return required(Program.of(SCRIPT.toString(), what, directory.toString())
                .with("POSTGRESQL_PORT", Integer.toString(FreePorts.next()))
                .atMost(Duration.ofMinutes(5))
                .run());
    }

    private static Program.Result required(Program.Result result) {
        if (result.code() != 0) {
            throw new IllegalStateException("PostgreSQL failed: " + result);
        }
        return result;
    }
}
