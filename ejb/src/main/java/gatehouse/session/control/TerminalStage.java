package gatehouse.session.control;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/**
 * One link of a session's chain. It wraps the next link towards the target and the next link towards the person; a stage that has
 * nothing to do in one direction returns {@code next} itself, so that it costs nothing there.
 */
public interface TerminalStage {
    /** @param next the link that is nearer to the target */
    default TerminalInput input(TerminalInput next) {
        return next;
    }

    /** @param next the link that is nearer to the person */
    default TerminalOutput output(TerminalOutput next) {
        return next;
    }

    /**
     * What a {@link Detour} takes past the stages is not this stage's to look at; a stage that keeps things back keeps it with them.
     *
     * @param next the way past the links that are nearer to the target
     */
    default Detour.Way pastInput(Detour.Way next) {
        return next;
    }

    /** @param next the way past the links that are nearer to the person */
    default Detour.Way pastOutput(Detour.Way next) {
        return next;
    }
}
