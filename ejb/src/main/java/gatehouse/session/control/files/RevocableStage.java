package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.SessionControls;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.entity.SessionProblem;
import java.util.Optional;
import java.util.function.Supplier;

/** Ends a copy whose permission was taken back while it runs: its protocol knows no way to refuse the rest. */
final class RevocableStage implements TerminalStage {
    private final TerminalStage copy;
    private final Supplier<Optional<String>> obstacle;
    private final SessionControls controls;

    RevocableStage(TerminalStage copy, Supplier<Optional<String>> obstacle, SessionControls controls) {
        this.copy = copy;
        this.obstacle = obstacle;
        this.controls = controls;
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return copy.output(new ObservedOutput(next, this::look, _ -> {}, () -> {}));
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return copy.input(new ObservedInput(next, this::look, () -> {}));
    }

    private void look(byte[] bytes, int offset, int length) {
        obstacle.get().ifPresent(reason -> controls.end(SessionProblem.TRANSFER_DENIED.problem(reason)));
    }
}
