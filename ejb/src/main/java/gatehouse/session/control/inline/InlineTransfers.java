package gatehouse.session.control.inline;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Later;
import gatehouse.session.control.StageContext;
import gatehouse.session.control.files.FileGuards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives each session with a terminal its detour for files. */
@ApplicationScoped
public class InlineTransfers {
    @Inject
    private FileGuards guards;

    @Inject
    private Later later;

    /** {@link Detour#NONE} without a terminal. */
    public Detour detourFor(StageContext context) {
        if (context.request().terminal().pty().isEmpty()) {
            return Detour.NONE;
        }
        Object towardsTarget = new Object();
        return new Nested(
                new InlineDetour(
                        context.controls(),
                        later,
                        towardsTarget,
                        conduct -> new Zmodem(guards.forSession(context, "zmodem"), conduct)),
                new InlineDetour(
                        context.controls(),
                        later,
                        towardsTarget,
                        conduct -> new Trzsz(guards.forSession(context, "trzsz"), conduct)));
    }

    /**
     * Two detours as one.
     *
     * @param inner sees what {@code outer} leaves to the stages
     */
    private record Nested(Detour outer, Detour inner) implements Detour {
        @Override
        public TerminalOutput output(TerminalOutput stages, Way person) {
            return outer.output(inner.output(stages, person), person);
        }

        @Override
        public TerminalInput input(TerminalInput stages, Way target) {
            return outer.input(inner.input(stages, target), target);
        }
    }
}
