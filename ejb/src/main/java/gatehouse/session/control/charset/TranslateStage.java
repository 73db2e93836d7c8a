package gatehouse.session.control.charset;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

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

    private static final class Input extends PassedInput {
        private final Transcoder transcoder;

        Input(TerminalInput next, Transcoder transcoder) {
            super(next);
            this.transcoder = transcoder;
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            byte[] translated = transcoder.translate(bytes, offset, length);
            next.input(translated, 0, translated.length, done);
        }
    }

    /** A terminal has no separate errors; should there be some, they are left as they are. */
    private static final class Output extends PassedOutput {
        private final Transcoder transcoder;

        Output(TerminalOutput next, Transcoder transcoder) {
            super(next);
            this.transcoder = transcoder;
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            byte[] translated = transcoder.translate(bytes, offset, length);
            next.output(translated, 0, translated.length, done);
        }
    }
}
