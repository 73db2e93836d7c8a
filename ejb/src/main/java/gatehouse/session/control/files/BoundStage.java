package gatehouse.session.control.files;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;

/** Holds a program without a terminal to what it may carry while the permission carries no files (R11.33). */
final class BoundStage implements TerminalStage {
    private final VolumeBound upwards;
    private final VolumeBound downwards;

    /** @param downwards counts both streams of the output */
    BoundStage(VolumeBound upwards, VolumeBound downwards) {
        this.upwards = upwards;
        this.downwards = downwards;
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new Input(next);
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new Output(next);
    }

    private final class Input extends PassedInput {
        Input(TerminalInput next) {
            super(next);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            if (upwards.passes(length)) {
                next.input(bytes, offset, length, done);
                return;
            }
            done.complete();
        }
    }

    private final class Output extends PassedOutput {
        Output(TerminalOutput next) {
            super(next);
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            if (downwards.passes(length)) {
                next.output(bytes, offset, length, done);
                return;
            }
            done.complete();
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            if (downwards.passes(length)) {
                next.error(bytes, offset, length, done);
                return;
            }
            done.complete();
        }
    }
}
