package gatehouse.session.control;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/**
 * Two stages as one.
 *
 * @param inner nearer to the target
 */
public record StageWithin(TerminalStage outer, TerminalStage inner) implements TerminalStage {
    @Override
    public TerminalInput input(TerminalInput next) {
        return outer.input(inner.input(next));
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return inner.output(outer.output(next));
    }
}
