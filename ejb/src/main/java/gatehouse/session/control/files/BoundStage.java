package gatehouse.session.control.files;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.TerminalStage;
import java.util.Optional;

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

    private final class Input implements TerminalInput {
        private final TerminalInput next;

        Input(TerminalInput next) {
            this.next = next;
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            if (upwards.passes(length)) {
                next.input(bytes, offset, length, done);
                return;
            }
            done.complete();
        }

        @Override
        public void endOfInput() {
            next.endOfInput();
        }

        @Override
        public void resize(WindowSize size) {
            next.resize(size);
        }

        @Override
        public void signal(String name) {
            next.signal(name);
        }

        @Override
        public void close() {
            next.close();
        }
    }

    private final class Output implements TerminalOutput {
        private final TerminalOutput next;

        Output(TerminalOutput next) {
            this.next = next;
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

        @Override
        public void endOfOutput() {
            next.endOfOutput();
        }

        @Override
        public void exited(ExitStatus status) {
            next.exited(status);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            next.closed(reason);
        }
    }
}
