package gatehouse.session.control.files;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.session.entity.TransferOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R11.33 */
class BoundStageTest {
    private final TestingJournal journal = new TestingJournal();
    private final List<Long> told = new ArrayList<>();
    private boolean allowed;
    private final VolumeBound bound = new VolumeBound(10, () -> allowed, told::add);

    @Test
    void aLittlePassesAndMoreEndsIt() {
        assertThat(bound.passes(6)).isTrue();
        assertThat(bound.passes(4)).isTrue();
        assertThat(bound.passes(1)).isFalse();
        assertThat(bound.passes(1)).isFalse();
        assertThat(told).containsExactly(10L);
    }

    @Test
    void thePermissionIsAskedWhenItMatters() {
        allowed = true;
        assertThat(bound.passes(1000)).isTrue();
        allowed = false;
        assertThat(bound.passes(1)).isFalse();
        assertThat(told).containsExactly(1000L);
    }

    @Test
    void theLogSaysWhatWasEndedAndWhichActionIsMissing() {
        TransferGuard guard =
                new TransferGuard(TestingJournal.SUBJECT, Set.of()::contains, journal, Clock.systemUTC(), _ -> {});

        String reason =
                guard.passedBound(FileOperation.of(FileOperation.Kind.WRITE, FilePath.of("cat > /srv/x")), 1000, 999);

        assertThat(reason).contains("1000 bytes to root@web-1").contains("upload");
        assertThat(journal.lines.getFirst().outcome()).isEqualTo(TransferOutcome.DENIED);
        assertThat(journal.lines.getFirst().path()).isEqualTo("cat > /srv/x");
        assertThat(journal.lines.getFirst().content().bytes()).isEqualTo(999);
    }
}
