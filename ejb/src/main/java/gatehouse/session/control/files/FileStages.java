package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.TransferSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Finds out which sessions carry files and by which protocol. */
@ApplicationScoped
public class FileStages implements TerminalStages {
    /** Nearest to the target: everybody else sees bytes as the person sent them. */
    private static final int ORDER = 900;

    @Inject
    private FileProtocols protocols;

    @Inject
    private QueuedJournal journal;

    @Inject
    private Clock clock;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<TerminalStage> stageFor(StageContext context) {
        TerminalRequest terminal = context.request().terminal();
        return switch (terminal.kind()) {
            case SUBSYSTEM -> Optional.of(subsystem(context, terminal.command()));
            case EXEC -> CopyCommand.parse(terminal.command()).map(command -> copy(context, command));
            case SHELL -> Optional.empty();
        };
    }

    private TerminalStage subsystem(StageContext context, String name) {
        return new RelayStage(protocols.require(name), guard(context, name));
    }

    private TerminalStage copy(StageContext context, CopyCommand command) {
        TransferGuard guard = guard(context, command.program().name().toLowerCase(Locale.ROOT));
        requireAllowed(guard, command.kind(), command.path());
        if (command.removes()) {
            requireAllowed(guard, Kind.REMOVE, command.path());
        }
        return switch (command.program()) {
            case SCP -> new CopyStage(command, guard);
            case RSYNC -> new VolumeStage(command, guard);
        };
    }

    private static void requireAllowed(TransferGuard guard, Kind kind, String path) {
        if (guard.allows(kind.effect())) {
            return;
        }
        if (guard.check(FileOperation.of(kind, FilePath.of(path))) instanceof FileGuard.Verdict.Denied(String reason)) {
            throw SessionProblem.TRANSFER_DENIED.problem(reason);
        }
    }

    private TransferGuard guard(StageContext context, String protocol) {
        TransferSubject subject = new TransferSubject(
                context.session(),
                context.caller(),
                context.asset().id(),
                context.asset().name(),
                context.account(),
                protocol);
        return new TransferGuard(subject, context.allowed(), journal, clock);
    }
}
