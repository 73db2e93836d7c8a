package gatehouse.session.control.command;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.TerminalStage;

/**
 * Two stages as one.
 *
 * @param inner nearer to the target
 */
record StageWithin(TerminalStage outer, TerminalStage inner) implements TerminalStage {
    @Override
    public TerminalInput input(TerminalInput next) {
        return outer.input(inner.input(next));
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return inner.output(outer.output(next));
    }
}
