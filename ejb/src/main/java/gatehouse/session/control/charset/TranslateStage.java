package gatehouse.session.control.charset;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.TerminalStage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** UTF-8 towards the person, the target's charset towards the target. */
final class TranslateStage implements TerminalStage {
    private final Charset target;

    TranslateStage(Charset target) {
        this.target = target;
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new Input(next, new Transcoder(StandardCharsets.UTF_8, target));
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new Output(next, new Transcoder(target, StandardCharsets.UTF_8));
    }

    private record Input(TerminalInput next, Transcoder transcoder) implements TerminalInput {
        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            byte[] translated = transcoder.translate(bytes, offset, length);
            next.input(translated, 0, translated.length, done);
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

    private record Output(TerminalOutput next, Transcoder transcoder) implements TerminalOutput {
        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            byte[] translated = transcoder.translate(bytes, offset, length);
            next.output(translated, 0, translated.length, done);
        }

        /** A terminal has no separate errors; should there be some, they are left as they are. */
        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            next.error(bytes, offset, length, done);
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
