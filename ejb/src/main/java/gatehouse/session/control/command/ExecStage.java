package gatehouse.session.control.command;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The command line of an exec, what it printed first and how it ended. */
final class ExecStage implements TerminalStage {
    private final ShellListener listener;
    private final String command;
    private final Clock clock;

    ExecStage(ShellListener listener, String command, Clock clock) {
        this.listener = listener;
        this.command = command;
        this.clock = clock;
    }

    @Override
    public TerminalOutput output(TerminalOutput next) {
        return new Output(next, clock.instant());
    }

    private final class Output extends PassedOutput {
        private final Excerpt excerpt = new Excerpt();
        private final Instant at;
        private OptionalInt status = OptionalInt.empty();
        private boolean started;

        Output(TerminalOutput next, Instant at) {
            super(next);
            this.at = at;
        }

        /** Once the target says anything, it has the command; what never reached a target is none. */
        private void start() {
            if (!started) {
                started = true;
                listener.commandStarted(1, command, at, List.of());
            }
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            look(bytes, offset, length);
            next.output(bytes, offset, length, done);
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            look(bytes, offset, length);
            next.error(bytes, offset, length, done);
        }

        /** Output and errors may come from different threads. */
        private synchronized void look(byte[] bytes, int offset, int length) {
            start();
            excerpt.add(bytes, offset, offset + length);
        }

        @Override
        public synchronized void exited(ExitStatus exitStatus) {
            start();
            if (exitStatus instanceof ExitStatus.Code(int code)) {
                status = OptionalInt.of(code);
            }
            next.exited(exitStatus);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            tell();
            next.closed(reason);
        }

        private synchronized void tell() {
            if (started) {
                listener.commandEnded(1, excerpt.text(""), status);
            }
        }
    }
}
