package gatehouse.session.control.command;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
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
    private final InputLines lines = InputLines.ofShell(MOST_BYTES, new Found());
    private int count;
    private long unlisted;

    ScriptStage(SessionCommands commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    static boolean reads(String command) {
        return Shells.readsCommands(command);
    }

    private final class Found implements InputLines.Handler {
        @Override
        public void line(byte[] text) {
            String command = new String(text, StandardCharsets.UTF_8).strip();
            if (count >= MOST_LINES) {
                unlisted += text.length;
            } else if (!command.isEmpty()) {
                list(command);
            }
        }

        /** An answer is no command; but what was taken for one could be. */
        @Override
        public void masked(int length) {
            if (count < MOST_LINES) {
                list("[" + length + " bytes that answered a question for a password]");
            }
        }

        @Override
        public void rest(byte[] bytes, int offset, int length) {
            unlisted += length;
        }
    }

    private void list(String text) {
        count++;
        commands.line(text, clock.instant());
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
    }

    private synchronized void shownAsError(byte[] bytes, int offset, int length) {
        lines.error(bytes, offset, length);
    }

    private synchronized void endOfInput() {
        lines.endOfInput();
    }

    private synchronized void ended() {
        lines.end();
        if (unlisted > 0) {
            commands.line("[" + unlisted + " more bytes, which are not listed]", clock.instant());
            unlisted = 0;
        }
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
