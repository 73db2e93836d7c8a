package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.entity.TransferSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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
            case EXEC, SHELL -> Optional.empty();
        };
    }

    private TerminalStage subsystem(StageContext context, String name) {
        return new RelayStage(protocols.require(name), guard(context, name));
    }

    private TransferGuard guard(StageContext context, String protocol) {
        TransferSubject subject = new TransferSubject(
                context.session(),
                context.caller(),
                context.asset().id(),
                context.asset().name(),
                context.account(),
                protocol);
        return new TransferGuard(subject, context.actions(), journal, clock);
    }
}
