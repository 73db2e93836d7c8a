package gatehouse.session.control.command;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.entity.CommandSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Finds the commands of every shell and exec. */
@ApplicationScoped
public class CommandStages implements TerminalStages {
    /** Behind whatever filters what the person types, so that only what reaches the target counts. */
    private static final int ORDER = 500;

    @Inject
    private CommandJournal journal;

    @Inject
    private Clock clock;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Optional<TerminalStage> stageFor(StageContext context) {
        TerminalRequest request = context.request().terminal();
        return switch (request.kind()) {
            case SHELL -> request.pty().map(pty -> shell(context, pty));
            case EXEC -> Optional.of(new ExecStage(commands(context), request.command(), clock));
            case SUBSYSTEM -> Optional.empty();
        };
    }

    private TerminalStage shell(StageContext context, Pty pty) {
        return new ShellStage(new ShellObserver(pty.size(), commands(context), journal.work(), clock));
    }

    private SessionCommands commands(StageContext context) {
        CommandSubject subject = new CommandSubject(
                context.session(),
                context.caller(),
                context.asset().id(),
                context.asset().name(),
                context.account());
        return new SessionCommands(subject, context.controls()::elapsed, journal::write);
    }
}
