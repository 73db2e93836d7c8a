package gatehouse.session.control.command;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Later;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.exec.InputLines;
import gatehouse.session.control.exec.Shells;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** The lines that a shell without a terminal reads: a shell executes them, so each is a command (R1.6). */
final class ScriptStage implements TerminalStage {
    /** What follows is in the recording only. */
    static final int MOST_LINES = 5_000;

    private static final long MOST_BYTES = 1 << 20;

    private final SessionCommands commands;
    private final Clock clock;
    private final Later later;
    private final InputLines lines = new InputLines(MOST_BYTES, new Found());
    private int count;
    private boolean settling;

    ScriptStage(SessionCommands commands, Clock clock, Later later) {
        this.commands = commands;
        this.clock = clock;
        this.later = later;
    }

    static boolean reads(String command) {
        return Shells.readsCommands(command);
    }

    private final class Found implements InputLines.Handler {
        @Override
        public void line(byte[] text) {
            String command = new String(text, StandardCharsets.UTF_8).strip();
            if (!command.isEmpty() && count++ < MOST_LINES) {
                commands.line(command, clock.instant());
            }
        }

        @Override
        public void masked(int length) {
            // an answer is no command
        }

        @Override
        public void rest(byte[] bytes, int offset, int length) {
            // no text, or too much of it: the recording has its hash
        }
    }

    @Override
    public TerminalInput input(TerminalInput next) {
        return new Input(next);
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new Output(next);
    }

    private synchronized void sent(byte[] bytes, int offset, int length) {
        lines.input(bytes, offset, length);
    }

    private synchronized void shown(byte[] bytes, int offset, int length) {
        lines.output(bytes, offset, length);
        settleSoon();
    }

    private synchronized void shownAsError(byte[] bytes, int offset, int length) {
        lines.error(bytes, offset, length);
        settleSoon();
    }

    private void settleSoon() {
        if (lines.isDue() && !settling) {
            settling = true;
            later.run(InputLines.SETTLING, this::settle);
        }
    }

    private synchronized void settle() {
        settling = false;
        lines.settle();
    }

    private synchronized void endOfInput() {
        lines.endOfInput();
    }

    private synchronized void ended() {
        lines.end();
    }

    private final class Input extends PassedInput {
        Input(TerminalInput next) {
            super(next);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            sent(bytes, offset, length);
            next.input(bytes, offset, length, done);
        }

        @Override
        public void endOfInput() {
            ScriptStage.this.endOfInput();
            next.endOfInput();
        }

        @Override
        public void close() {
            ended();
            next.close();
        }
    }

    private final class Output extends PassedOutput {
        Output(TerminalOutput next) {
            super(next);
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            shown(bytes, offset, length);
            next.output(bytes, offset, length, done);
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            shownAsError(bytes, offset, length);
            next.error(bytes, offset, length, done);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            ended();
            next.closed(reason);
        }
    }
}
