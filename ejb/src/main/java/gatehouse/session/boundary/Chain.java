package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.TerminalStage;
import java.util.List;

/** A session's stages, the nearest to the person first. Output is wired before input (stages may rely on it). */
final class Chain {
    private final List<TerminalStage> stages;
    private final TerminalOutput towardsPerson;

    Chain(List<TerminalStage> stages, TerminalOutput person) {
        this.stages = List.copyOf(stages);
        TerminalOutput output = person;
        for (TerminalStage stage : this.stages) {
            output = stage.output(output);
        }
        this.towardsPerson = output;
    }

    /** Where the target delivers. */
    TerminalOutput towardsPerson() {
        return towardsPerson;
    }

    /** Called once. */
    TerminalInput towards(TerminalInput target) {
        TerminalInput input = target;
        for (TerminalStage stage : stages.reversed()) {
            input = stage.input(input);
        }
        return input;
    }
}
