package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileTrace;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferContent;
import gatehouse.session.entity.TransferOutcome;
import gatehouse.session.entity.TransferSubject;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Holds the file operations of one session against the actions of its permission and keeps the log. */
final class TransferGuard implements FileGuard {
    /** More than anybody's program asks for before it gives up; each is a line of the log (R11.34). */
    static final int MOST_REFUSALS = 1000;

    private final TransferSubject subject;
    private final Predicate<Action> allowed;
    private final TransferJournal journal;
    private final Clock clock;
    private final Consumer<ProblemException> end;
    private final AtomicInteger refusals = new AtomicInteger();

    /** @param end ends the session */
    TransferGuard(
            TransferSubject subject,
            Predicate<Action> allowed,
            TransferJournal journal,
            Clock clock,
            Consumer<ProblemException> end) {
        this.subject = subject;
        this.allowed = allowed;
        this.journal = journal;
        this.clock = clock;
        this.end = end;
    }

    @Override
    public Verdict check(FileOperation operation) {
        Optional<String> obstacle = obstacle(operation);
        if (obstacle.isPresent()) {
            return denied(operation, obstacle.get());
        }
        if (operation.kind().effect() == FileOperation.Effect.LOOK) {
            return new Verdict.Allowed(FileTrace.NOTHING);
        }
        if (!journal.hasRoom()) {
            return new Verdict.Denied("the transfer log cannot be written at the moment; try again later");
        }
        return new Verdict.Allowed(trace(operation));
    }

    /** R11.35 */
    @Override
    public boolean replaces() {
        return allows(FileOperation.Effect.REMOVE);
    }

    /** A line of the log for an operation that was let through elsewhere. */
    TransferTrace trace(FileOperation operation) {
        return new TransferTrace(
                operation,
                new Transfer(subject, operation, clock.instant()),
                clock,
                journal::write,
                () -> obstacle(operation));
    }

    /** What the permission lacks now. */
    Optional<String> obstacle(FileOperation operation) {
        Set<Action> missing = EnumSet.noneOf(Action.class);
        missing.addAll(needed(operation.kind().effect()));
        missing.removeIf(allowed);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("your permission for " + subject.account() + "@" + subject.assetName()
                        + " does not include " + names(missing));
    }

    /**
     * A line of the log for what was ended because it carried too much.
     *
     * @param most bytes that would have passed
     * @param bytes that did pass
     * @return why, for the person
     */
    String passedBound(FileOperation operation, long most, long bytes) {
        String reason = "more than " + most + " bytes "
                + (operation.kind().effect() == FileOperation.Effect.WRITE ? "to " : "from ")
                + subject.account() + "@" + subject.assetName() + " need the action "
                + names(needed(operation.kind().effect())) + ", which your permission does not include";
        Transfer line = new Transfer(subject, operation, clock.instant());
        TransferContent content = new TransferContent(bytes, Optional.empty(), false);
        journal.write(line.ended(TransferOutcome.DENIED, reason, content, clock.instant()));
        return reason;
    }

    boolean allows(FileOperation.Effect effect) {
        return needed(effect).stream().allMatch(allowed);
    }

    private Verdict denied(FileOperation operation, String reason) {
        int count = refusals.incrementAndGet();
        if (count < MOST_REFUSALS) {
            log(operation, reason);
        }
        if (count == MOST_REFUSALS) {
            String enough = "the session ended after " + MOST_REFUSALS + " refused operations; the last: " + reason;
            log(operation, enough);
            end.accept(SessionProblem.TRANSFER_DENIED.problem(enough));
        }
        return new Verdict.Denied(reason);
    }

    private void log(FileOperation operation, String reason) {
        if (journal.hasRoom()) {
            Transfer line = new Transfer(subject, operation, clock.instant());
            journal.write(line.ended(TransferOutcome.DENIED, reason, TransferContent.NONE, clock.instant()));
        }
    }

    private static Set<Action> needed(FileOperation.Effect effect) {
        return switch (effect) {
            case LOOK -> Set.of();
            case READ -> Set.of(Action.DOWNLOAD);
            case WRITE -> Set.of(Action.UPLOAD);
            case READ_AND_WRITE -> Set.of(Action.DOWNLOAD, Action.UPLOAD);
            case REMOVE -> Set.of(Action.DELETE);
        };
    }

    private static String names(Set<Action> actions) {
        return actions.stream()
                .map(action -> action.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
    }
}
