package gatehouse.session.control;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;

/** Passes everything on; stages override what they look at. */
public abstract class PassedInput implements TerminalInput {
    protected final TerminalInput next;

    protected PassedInput(TerminalInput next) {
        this.next = next;
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        next.input(bytes, offset, length, done);
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
