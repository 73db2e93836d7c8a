package gatehouse.session.control.files;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.session.entity.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** R11.32 */
class BacklogTest {
    private final Backlog backlog = new Backlog();

    @Test
    void longPathsFillItLongBeforeManyLines() {
        assertThat(fill("/".repeat(100_000))).hasSizeLessThan(600);
    }

    @Test
    void shortOnesFillItByTheirNumber() {
        assertThat(fill("/a")).hasSize(Backlog.MOST_LINES);
    }

    private List<Transfer> fill(String path) {
        List<Transfer> lines = new ArrayList<>();
        FileOperation operation = FileOperation.of(Kind.RENAME, FilePath.of(path), FilePath.of(path));
        while (backlog.hasRoom()) {
            Transfer line = new Transfer(TestingJournal.SUBJECT, operation, Instant.EPOCH);
            lines.add(line);
            backlog.added(line);
        }
        backlog.written(lines.subList(0, 1));
        assertThat(backlog.hasRoom()).isTrue();
        return lines;
    }
}
