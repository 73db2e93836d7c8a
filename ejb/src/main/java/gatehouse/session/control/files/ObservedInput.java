package gatehouse.session.control.files;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;

/** Passes everything on and lets somebody look at the bytes first. */
final class ObservedInput implements TerminalInput {
    private final TerminalInput next;
    private final ByteObserver observer;
    private final Runnable whenOver;

    ObservedInput(TerminalInput next, ByteObserver observer, Runnable whenOver) {
        this.next = next;
        this.observer = observer;
        this.whenOver = whenOver;
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        observer.bytes(bytes, offset, length);
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
        whenOver.run();
    }
}
