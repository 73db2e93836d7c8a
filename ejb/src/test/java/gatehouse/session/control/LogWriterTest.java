package gatehouse.session.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    private final List<String> table = new ArrayList<>();

    @Test
    void linesAreKeptUntilTheDatabaseIsBack() {
        AtomicInteger attempts = new AtomicInteger();
        LogWriter<String> writer = writer(lines -> {
            if (attempts.incrementAndGet() < 4) {
                throw failure("08006");
            }
            table.addAll(lines);
        });

        assertThat(writer.write(List.of("a", "b"), () -> true)).isTrue();

        assertThat(table).containsExactly("a", "b");
    }

    @Test
    void aLineThatIsRefusedForWhatIsInItHoldsUpNoOther() {
        LogWriter<String> writer = writer(lines -> {
            if (lines.contains("b\0") || lines.contains("bNUL")) {
                throw failure("22021");
            }
            table.addAll(lines);
        });

        assertThat(writer.write(List.of("a", "b\0", "c"), () -> true)).isTrue();

        assertThat(table).containsExactly("a", "c");
    }

    @Test
    void aLineThatIsRefusedForWhatIsInItIsWrittenInAscii() {
        LogWriter<String> writer = writer(lines -> {
            if (lines.contains("b\0")) {
                throw failure("22021");
            }
            table.addAll(lines);
        });

        assertThat(writer.write(List.of("a", "b\0", "c"), () -> true)).isTrue();

        assertThat(table).containsExactly("a", "bNUL", "c");
    }

    @Test
    void aLineInAsciiWaitsForTheDatabaseLikeAnyOther() {
        AtomicInteger attempts = new AtomicInteger();
        LogWriter<String> writer = writer(lines -> {
            if (lines.contains("b\0")) {
                throw failure("22021");
            }
            if (attempts.incrementAndGet() < 3) {
                throw failure("08006");
            }
            table.addAll(lines);
        });

        assertThat(writer.write(List.of("b\0"), () -> true)).isTrue();

        assertThat(table).containsExactly("bNUL");
    }

    @Test
    void nothingIsLeftOutForAFailureThatIsNotTheLines() {
        AtomicInteger attempts = new AtomicInteger();
        LogWriter<String> writer = writer(lines -> {
            if (attempts.incrementAndGet() == 1) {
                throw new IllegalStateException("the transaction could not be committed");
            }
            table.addAll(lines);
        });

        assertThat(writer.write(List.of("a", "b"), () -> true)).isTrue();

        assertThat(table).containsExactly("a", "b");
    }

    @Test
    void aServerThatStopsDoesNotWaitForADatabaseThatIsAway() {
        LogWriter<String> writer = writer(lines -> {
            throw failure("08006");
        });

        assertThat(writer.write(List.of("a"), () -> false)).isFalse();
    }

    private static LogWriter<String> writer(Consumer<List<String>> rows) {
        return new LogWriter<>("lines of a test", rows, line -> line.replace("\0", "NUL"), Duration.ZERO);
    }

    private static PersistenceException failure(String state) {
        return new PersistenceException(new SQLException("refused", state));
    }
}
