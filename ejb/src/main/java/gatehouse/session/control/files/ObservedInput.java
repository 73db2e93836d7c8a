package gatehouse.session.control.files;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.session.control.PassedInput;

/** Passes everything on and lets somebody look at the bytes first. */
final class ObservedInput extends PassedInput {
    private final ByteObserver observer;
    private final Runnable whenOver;

    ObservedInput(TerminalInput next, ByteObserver observer, Runnable whenOver) {
        super(next);
        this.observer = observer;
        this.whenOver = whenOver;
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        observer.bytes(bytes, offset, length);
        next.input(bytes, offset, length, done);
    }

    @Override
    public void close() {
        next.close();
        whenOver.run();
    }
}
