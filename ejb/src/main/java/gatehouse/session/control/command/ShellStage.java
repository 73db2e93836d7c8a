package gatehouse.session.control.command;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.PassedInput;
import gatehouse.session.control.PassedOutput;
import gatehouse.session.control.TerminalStage;
import gatehouse.session.control.Typist;
import java.util.Optional;

/** Lets an observer look at what is typed into a shell; passes everything on at once. The screen is shown to it by the session itself. */
final class ShellStage implements TerminalStage {
    private final ShellObserver observer;
    private final String person;

    /** @param person whose session it is */
    ShellStage(ShellObserver observer, String person) {
        this.observer = observer;
        this.person = person;
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
            observer.input(
                    bytes, offset, length, Typist.current().map(Typist::name).orElse(person));
            next.input(bytes, offset, length, done);
        }
    }

    private final class Output extends PassedOutput {
        Output(TerminalOutput next) {
            super(next);
        }

        @Override
        public void closed(Optional<ProblemException> reason) {
            observer.close();
            next.closed(reason);
        }
    }
}
