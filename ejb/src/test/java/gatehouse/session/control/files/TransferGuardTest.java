package gatehouse.session.control.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileGuard.Verdict;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTrace;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransferGuardTest {
    private static final FilePath PATH = FilePath.of("/srv/report");
    private static final String HELLO_HASH = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private final TestingJournal journal = new TestingJournal();
    private final List<ProblemException> ended = new ArrayList<>();

    @Test
    void withoutActionsOnlyLookingIsAllowed() {
        TransferGuard guard = guard(Set.of());
        for (Kind kind : Kind.values()) {
            Verdict verdict = guard.check(FileOperation.of(kind, PATH));
            if (kind.effect() == FileOperation.Effect.LOOK) {
                assertThat(verdict).as(kind.name()).isInstanceOf(Verdict.Allowed.class);
            } else {
                assertThat(verdict).as(kind.name()).isInstanceOf(Verdict.Denied.class);
            }
        }
    }

    @Test
    void eachEffectNeedsItsOwnAction() {
        assertThat(allowed(Set.of(Action.DOWNLOAD), Kind.READ)).isTrue();
        assertThat(allowed(Set.of(Action.DOWNLOAD), Kind.WRITE)).isFalse();
        assertThat(allowed(Set.of(Action.UPLOAD), Kind.RENAME)).isTrue();
        assertThat(allowed(Set.of(Action.UPLOAD), Kind.REMOVE)).isFalse();
        assertThat(allowed(Set.of(Action.DELETE), Kind.REMOVE)).isTrue();
        assertThat(allowed(Set.of(Action.UPLOAD), Kind.UPDATE)).isFalse();
        assertThat(allowed(Set.of(Action.UPLOAD, Action.DOWNLOAD), Kind.UPDATE)).isTrue();
    }

    /** R11.35 */
    @Test
    void whoMayNotDeleteRenamesOverNothing() {
        assertThat(guard(Set.of(Action.UPLOAD)).replaces()).isFalse();
        assertThat(guard(Set.of(Action.UPLOAD, Action.DELETE)).replaces()).isTrue();
        assertThat(new BoundedGuard(guard(Set.of(Action.UPLOAD)), null, null).replaces())
                .isFalse();
    }

    @Test
    void whatWasAllowedAtTheBeginningIsAskedAgain() {
        Set<Action> actions = EnumSet.of(Action.DOWNLOAD);
        Verdict.Allowed allowed = (Verdict.Allowed) guard(actions).check(FileOperation.of(Kind.READ, PATH));
        assertThat(allowed.trace().takenBack()).isEmpty();

        actions.clear();
        assertThat(allowed.trace().takenBack())
                .hasValueSatisfying(reason -> assertThat(reason).contains("download"));
    }

    @Test
    void refusalsAreInTheLogAndNameWhatIsMissing() {
        guard(Set.of()).check(FileOperation.of(Kind.REMOVE, PATH));
        Transfer line = journal.lines.getFirst();
        assertThat(line.outcome()).isEqualTo(TransferOutcome.DENIED);
        assertThat(line.path()).isEqualTo("/srv/report");
        assertThat(line.detail()).contains("delete").contains("root@web-1");
    }

    /** R11.34 */
    @Test
    void whoGoesOnAfterManyRefusalsIsEndedAndWritesNoMoreLines() {
        TransferGuard guard = guard(Set.of());
        for (int i = 0; i < 3 * TransferGuard.MOST_REFUSALS; i++) {
            assertThat(guard.check(FileOperation.of(Kind.REMOVE, PATH))).isInstanceOf(Verdict.Denied.class);
        }
        assertThat(journal.lines).hasSize(TransferGuard.MOST_REFUSALS);
        assertThat(journal.lines.getLast().detail()).contains("session ended").contains("delete");
        assertThat(ended).singleElement().extracting(ProblemException::code).isEqualTo(SessionProblem.TRANSFER_DENIED);
    }

    @Test
    void refusalsDoNotFillALogThatCannotBeWritten() {
        journal.full = true;
        assertThat(guard(Set.of()).check(FileOperation.of(Kind.REMOVE, PATH))).isInstanceOf(Verdict.Denied.class);
        assertThat(journal.lines).isEmpty();
    }

    @Test
    void whatCameInOrderUpToTheEndHasAHash() {
        FileTrace trace = allow(FileOperation.of(Kind.READ, PATH));
        trace.read(0, "hel".getBytes(UTF_8), 0, 3);
        trace.read(3, "xlox".getBytes(UTF_8), 1, 2);
        trace.endOfFile(5);
        trace.finished(FileOutcome.SUCCEEDED);
        Transfer line = journal.lines.getFirst();
        assertThat(line.content().sha256()).contains(HELLO_HASH);
        assertThat(line.content().whole()).isTrue();
        assertThat(line.content().bytes()).isEqualTo(5);
    }

    @Test
    void whatStoppedBeforeTheEndIsNotCalledWhole() {
        FileTrace trace = allow(FileOperation.of(Kind.READ, PATH));
        trace.read(0, "hello".getBytes(UTF_8), 0, 5);
        trace.finished(FileOutcome.SUCCEEDED);
        assertThat(journal.lines.getFirst().content().sha256()).contains(HELLO_HASH);
        assertThat(journal.lines.getFirst().content().whole()).isFalse();
    }

    @Test
    void whatCameOutOfOrderHasNoHash() {
        FileTrace trace = allow(FileOperation.write(PATH, true));
        trace.written(5, "hello".getBytes(UTF_8), 0, 5);
        trace.written(0, "hello".getBytes(UTF_8), 0, 5);
        trace.finished(FileOutcome.SUCCEEDED);
        Transfer line = journal.lines.getFirst();
        assertThat(line.content().sha256()).isEmpty();
        assertThat(line.content().whole()).isFalse();
        assertThat(line.content().bytes()).isEqualTo(10);
    }

    @Test
    void aFailureIsToldWithTheTargetsReason() {
        FileTrace trace = allow(FileOperation.write(PATH, true));
        trace.written(0, "hello".getBytes(UTF_8), 0, 5);
        trace.finished(new FileOutcome.Failed("disk full"));
        Transfer line = journal.lines.getFirst();
        assertThat(line.outcome()).isEqualTo(TransferOutcome.FAILED);
        assertThat(line.detail()).isEqualTo("disk full");
        assertThat(line.content().whole()).isFalse();
    }

    @Test
    void whatWasInterruptedBeforeItsFirstByteHasNoHash() {
        FileTrace trace = allow(FileOperation.write(PATH, true));
        trace.finished(FileOutcome.INTERRUPTED);
        Transfer line = journal.lines.getFirst();
        assertThat(line.outcome()).isEqualTo(TransferOutcome.INTERRUPTED);
        assertThat(line.content().sha256()).isEmpty();
    }

    @Test
    void theRestOfAFileHasNoHashOfTheWhole() {
        FileTrace trace = allow(FileOperation.write(PATH, false));
        trace.written(3, "lo".getBytes(UTF_8), 0, 2);
        trace.finished(FileOutcome.SUCCEEDED);
        Transfer line = journal.lines.getFirst();
        assertThat(line.content().bytes()).isEqualTo(2);
        assertThat(line.content().sha256()).isEmpty();
        assertThat(line.content().whole()).isFalse();
    }

    @Test
    void nothingPassesWhileTheLogCannotBeWritten() {
        journal.full = true;
        assertThat(allowed(Set.of(Action.values()), Kind.WRITE)).isFalse();
        assertThat(allowed(Set.of(Action.values()), Kind.STAT)).isTrue();
    }

    @Test
    void bothNamesOfARenameAreKept() {
        FileTrace trace = allow(FileOperation.of(Kind.RENAME, PATH, FilePath.of("/srv/a\nb")));
        trace.finished(FileOutcome.SUCCEEDED);
        assertThat(journal.lines.getFirst().secondPath()).isEqualTo("/srv/a\\nb");
        assertThat(journal.lines.getFirst().content().sha256()).isEqualTo(Optional.empty());
    }

    private FileTrace allow(FileOperation operation) {
        Verdict verdict = guard(Set.of(Action.values())).check(operation);
        return ((Verdict.Allowed) verdict).trace();
    }

    private boolean allowed(Set<Action> actions, Kind kind) {
        return guard(actions).check(FileOperation.of(kind, PATH)) instanceof Verdict.Allowed;
    }

    private TransferGuard guard(Set<Action> actions) {
        return new TransferGuard(TestingJournal.SUBJECT, actions::contains, journal, Clock.systemUTC(), ended::add);
    }
}
