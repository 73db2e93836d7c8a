package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Typist;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The target's end and the person's end of a stage, which remember what came in its order. */
final class TestingEnds implements TerminalInput, TerminalOutput {
    final List<String> typed = new ArrayList<>();
    final List<String> shown = new ArrayList<>();
    private Runnable atOutput = () -> {};
    private Runnable atInput = () -> {};

    /** Once. */
    void atOutput(Runnable action) {
        atOutput = action;
    }

    /** Once. */
    void atInput(Runnable action) {
        atInput = action;
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        String by = Typist.current().map(typist -> typist.name() + ": ").orElse("");
        typed.add(by + new String(bytes, offset, length, StandardCharsets.UTF_8));
        Runnable action = atInput;
        atInput = () -> {};
        action.run();
        done.complete();
    }

    @Override
    public void endOfInput() {
        typed.add("<end>");
    }

    @Override
    public void resize(WindowSize size) {
        typed.add("<" + size.columns() + "x" + size.rows() + ">");
    }

    @Override
    public void signal(String name) {
        typed.add("<" + name + ">");
    }

    @Override
    public void close() {
        typed.add("<close>");
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        shown.add(new String(bytes, offset, length, StandardCharsets.UTF_8));
        Runnable action = atOutput;
        atOutput = () -> {};
        action.run();
        done.complete();
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        shown.add("error: " + new String(bytes, offset, length, StandardCharsets.UTF_8));
        done.complete();
    }

    @Override
    public void endOfOutput() {
        shown.add("<end>");
    }

    @Override
    public void exited(ExitStatus status) {
        shown.add("<exited>");
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        shown.add("<closed>");
    }
}
