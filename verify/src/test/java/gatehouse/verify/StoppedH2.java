package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;

/** The embedded database of a home, asked by its own shell while no server has it open. */
record StoppedH2(Path home) {
    /** The first value of the first row; empty when there is none. */
    String ask(String statement) {
        Program.Result result = Program.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        driver(),
                        "org.h2.tools.Shell",
                        "-url",
                        "jdbc:h2:file:" + home.resolve("database/gatehouse")
                                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                        "-user",
                        "gatehouse",
                        "-password",
                        "gatehouse",
                        "-sql",
                        statement)
                .run();
        assertThat(result.code()).as(result.toString()).isZero();
        List<String> lines = result.out().lines().toList();
        return lines.size() > 2 ? lines.get(1).strip() : "";
    }

    private static String driver() {
        return Program.of(
                        "find",
                        RunningGatehouse.ROOT
                                .resolve("wildfly-config/target/server/modules")
                                .toString(),
                        "-name",
                        "h2-*.jar")
                .run()
                .out()
                .strip();
    }
}
