package gatehouse.session.control.command;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.StageWithin;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.TerminalStages;
import gatehouse.session.control.screen.ScreenModel;
import gatehouse.session.control.screen.ScreenRoom;
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
    private ScreenRoom room;

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
            case SHELL ->
                Optional.of(request.pty()
                        .map(pty -> shell(context, pty, commands(context)))
                        .orElseGet(() -> new ScriptStage(commands(context), clock)));
            case EXEC -> Optional.of(exec(context, request));
            case SUBSYSTEM -> Optional.empty();
        };
    }

    private TerminalStage shell(StageContext context, Pty pty, SessionCommands commands) {
        return new ShellStage(observed(context, pty, commands), context.caller().username());
    }

    private ShellObserver observed(StageContext context, Pty pty, ShellListener listener) {
        ScreenModel screen = new ScreenModel(pty.size(), room);
        ShellObserver observer = new ShellObserver(screen, listener, journal.work(), clock);
        context.controls().paintedBy(observer);
        return observer;
    }

    /** With a terminal a person types, whatever the program: {@code ssh -t host sudo -i}. */
    private TerminalStage exec(StageContext context, TerminalRequest request) {
        SessionCommands commands = commands(context);
        ExecStage exec = new ExecStage(commands, request.command(), clock);
        if (request.pty().isEmpty()) {
            boolean script = ScriptStage.reads(request.command());
            return script ? new StageWithin(exec, new ScriptStage(commands, clock)) : exec;
        }
        return new StageWithin(exec, shell(context, request.pty().get(), commands.inside()));
    }

    private SessionCommands commands(StageContext context) {
        return new SessionCommands(subject(context), context.controls()::elapsed, journal::write);
    }

    static CommandSubject subject(StageContext context) {
        return new CommandSubject(
                context.session(),
                context.caller(),
                context.asset().id(),
                context.asset().name(),
                context.account());
    }
}
