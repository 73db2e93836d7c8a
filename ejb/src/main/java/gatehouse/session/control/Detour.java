package gatehouse.session.control;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;

/**
 * Takes past a session's stages what no terminal shows: files that travel in the stream of a terminal. It stands at both ends of the
 * chain; everything else goes through the stages as ever. A stage may keep it back ({@link TerminalStage#pastInput}), and look at none of
 * it.
 */
public interface Detour {
    /** Everything goes through the stages. */
    Detour NONE = new Detour() {
        @Override
        public TerminalOutput output(TerminalOutput stages, Way person) {
            return stages;
        }

        @Override
        public TerminalInput input(TerminalInput stages, Way target) {
            return stages;
        }
    };

    /** A way that knows nothing but bytes. */
    @FunctionalInterface
    interface Way {
        /** As {@link TerminalInput#input} and {@link TerminalOutput#output}. */
        void bytes(byte[] bytes, int offset, int length, Completion done);
    }

    /**
     * What the target delivers to. Wired before {@link #input}.
     *
     * @param stages the way to the person through the stages
     * @param person the way past them
     */
    TerminalOutput output(TerminalOutput stages, Way person);

    /**
     * What the person delivers to.
     *
     * @param stages the way to the target through the stages
     * @param target the way past them
     */
    TerminalInput input(TerminalInput stages, Way target);
}
