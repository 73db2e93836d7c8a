package gatehouse.session.control;

import java.util.Optional;

/**
 * Contributes a Filter stage to every terminal session; CDI finds the implementers. The opener asks them in ascending
 * {@link #order()}: the lowest is nearest to the person.
 */
public interface TerminalStages {
    int order();

    /** Empty when this session needs no such stage, for example a filter of shell commands for an exec. */
    Optional<TerminalStage> stageFor(StageContext context);
}
