package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.Detour;
import gatehouse.session.control.TerminalStage;
import java.util.List;

/** A session's stages, the nearest to the person first. Output is wired before input (stages may rely on it). */
final class Chain {
    private final List<TerminalStage> stages;
    private final TerminalOutput towardsPerson;
    private final Detour detour;

    /** @param past the way to the person past the stages */
    Chain(List<TerminalStage> stages, TerminalOutput person, Detour detour, Detour.Way past) {
        this.stages = List.copyOf(stages);
        this.detour = detour;
        TerminalOutput output = person;
        Detour.Way around = past;
        for (TerminalStage stage : this.stages) {
            output = stage.output(output);
            around = stage.pastOutput(around);
        }
        this.towardsPerson = detour.output(output, around);
    }

    /** Where the target delivers. */
    TerminalOutput towardsPerson() {
        return towardsPerson;
    }

    /** Called once. */
    TerminalInput towards(TerminalInput target) {
        TerminalInput input = target;
        Detour.Way around = target::input;
        for (TerminalStage stage : stages.reversed()) {
            input = stage.input(input);
            around = stage.pastInput(around);
        }
        return detour.input(input, around);
    }
}
