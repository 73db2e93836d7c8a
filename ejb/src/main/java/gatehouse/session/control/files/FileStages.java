package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.StageWithin;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.control.exec.CopyCommand;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.TransferRules;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
    private FileGuards guards;

    @Inject
    private Settings settings;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<TerminalStage> stageFor(StageContext context) {
        TerminalRequest terminal = context.request().terminal();
        return switch (terminal.kind()) {
            case SUBSYSTEM -> Optional.of(relay(context, terminal.command()));
            case EXEC ->
                CopyCommand.parse(terminal.command())
                        .map(command -> copy(context, command))
                        .or(() -> bound(context));
            case SHELL -> bound(context);
        };
    }

    /** Its words say which way a program carries files, not what it really is (R11.33). */
    private TerminalStage bounded(StageContext context, TerminalStage stage) {
        return bound(context)
                .<TerminalStage>map(bound -> new StageWithin(bound, stage))
                .orElse(stage);
    }

    /** R11.33 */
    private Optional<TerminalStage> bound(StageContext context) {
        TerminalRequest terminal = context.request().terminal();
        if (terminal.pty().isPresent()) {
            return Optional.empty();
        }
        TransferGuard guard = guards.guard(context, terminal.kind().name().toLowerCase(Locale.ROOT));
        return Optional.of(new BoundStage(upwards(context, guard), downwards(context, guard)));
    }

    private VolumeBound upwards(StageContext context, TransferGuard guard) {
        return bound(
                context, guard, Kind.WRITE, settings.get(TransferRules.class).inputBytesWithoutUpload());
    }

    private VolumeBound downwards(StageContext context, TransferGuard guard) {
        return bound(
                context, guard, Kind.READ, settings.get(TransferRules.class).outputBytesWithoutDownload());
    }

    private static VolumeBound bound(StageContext context, TransferGuard guard, Kind kind, long most) {
        FileOperation operation =
                FileOperation.of(kind, FilePath.of(context.request().terminal().command()));
        return new VolumeBound(
                most,
                () -> guard.allows(kind.effect()),
                bytes -> context.controls()
                        .end(SessionProblem.TRANSFER_DENIED.problem(guard.passedBound(operation, most, bytes))));
    }

    private TerminalStage relay(StageContext context, String protocol) {
        TransferGuard guard = guards.guard(context, protocol);
        return new RelayStage(
                protocols.require(protocol),
                new BoundedGuard(guard, upwards(context, guard), downwards(context, guard)));
    }

    private TerminalStage copy(StageContext context, CopyCommand command) {
        TransferGuard guard = guards.guard(context, command.program().name().toLowerCase(Locale.ROOT));
        FileOperation whole = FileOperation.of(command.kind(), FilePath.of(command.path()));
        return switch (command.program()) {
            case SFTP -> relay(context, FileProtocols.usualRequest().command());
            case SCP ->
                new RevocableStage(
                        bounded(context, new CopyStage(command, allowed(guard, command))),
                        () -> guard.obstacle(whole),
                        context.controls());
            case RSYNC, GIT ->
                new RevocableStage(
                        bounded(context, new VolumeStage(command, allowed(guard, command))),
                        () -> guard.obstacle(whole),
                        context.controls());
        };
    }

    private static TransferGuard allowed(TransferGuard guard, CopyCommand command) {
        requireAllowed(guard, command.kind(), command.path());
        if (command.removes()) {
            requireAllowed(guard, Kind.REMOVE, command.path());
        }
        return guard;
    }

    private static void requireAllowed(TransferGuard guard, Kind kind, String path) {
        if (guard.allows(kind.effect())) {
            return;
        }
        if (guard.check(FileOperation.of(kind, FilePath.of(path))) instanceof FileGuard.Verdict.Denied(String reason)) {
            throw SessionProblem.TRANSFER_DENIED.problem(reason);
        }
    }
}
