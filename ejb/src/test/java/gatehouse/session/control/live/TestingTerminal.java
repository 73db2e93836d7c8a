package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Typist;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Both ends of a terminal, which remember what came. */
public final class TestingTerminal implements TerminalInput, TerminalOutput {
    private final StringBuilder typed = new StringBuilder();
    private final StringBuilder shown = new StringBuilder();
    private String reason = "";
    private Optional<Typist> typist = Optional.empty();
    private boolean closed;
    private int completed;

    public String typed() {
        return typed.toString();
    }

    /** Of the last input. */
    Optional<Typist> typist() {
        return typist;
    }

    public String shown() {
        return shown.toString();
    }

    String reason() {
        return reason;
    }

    boolean isClosed() {
        return closed;
    }

    int completed() {
        return completed;
    }

    void complete() {
        completed++;
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        typist = Typist.current();
        typed.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
        done.complete();
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        shown.append(new String(bytes, offset, length, StandardCharsets.UTF_8));
        done.complete();
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        output(bytes, offset, length, done);
    }

    @Override
    public void endOfInput() {
        typed.append("<end>");
    }

    @Override
    public void resize(WindowSize size) {
        typed.append('<').append(size.columns()).append('x').append(size.rows()).append('>');
    }

    @Override
    public void signal(String name) {
        typed.append('<').append(name).append('>');
    }

    @Override
    public void close() {
        closed = true;
    }

    @Override
    public void endOfOutput() {
        shown.append("<end>");
    }

    @Override
    public void exited(ExitStatus status) {
        shown.append('<').append(status).append('>');
    }

    @Override
    public void closed(Optional<ProblemException> why) {
        reason = why.map(ProblemException::detail).orElse("");
    }
}
