package gatehouse.session.control.menu;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.kernel.ProblemException;
import java.util.Optional;

/**
 * A session's output on the menu's terminal: its end is not the terminal's end, but brings the menu back. Once abandoned, or
 * closed, it drops what still comes, so that it never writes at the same time as the menu.
 */
final class SessionOutput implements TerminalOutput {
    private final TerminalOutput terminal;
    private final Switchboard switchboard;
    private Optional<ExitStatus> status = Optional.empty();
    private Optional<ProblemException> reason = Optional.empty();
    private boolean abandoned;
    private boolean closed;
    private boolean inputEnded;

    SessionOutput(TerminalOutput terminal, Switchboard switchboard) {
        this.terminal = terminal;
        this.switchboard = switchboard;
    }

    synchronized Optional<ExitStatus> status() {
        return status;
    }

    synchronized Optional<ProblemException> reason() {
        return reason;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void abandon() {
        abandoned = true;
    }

    /** The person sent end of file before the session was there. */
    synchronized void endInput() {
        inputEnded = true;
    }

    synchronized boolean inputEnded() {
        return inputEnded;
    }

    @Override
    public synchronized void output(byte[] bytes, int offset, int length, Completion done) {
        if (abandoned || closed) {
            done.complete();
        } else {
            terminal.output(bytes, offset, length, done);
        }
    }

    @Override
    public synchronized void error(byte[] bytes, int offset, int length, Completion done) {
        if (abandoned || closed) {
            done.complete();
        } else {
            terminal.error(bytes, offset, length, done);
        }
    }

    @Override
    public void endOfOutput() {
        // the menu still writes
    }

    @Override
    public synchronized void exited(ExitStatus exitStatus) {
        status = Optional.of(exitStatus);
    }

    @Override
    public void closed(Optional<ProblemException> why) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            reason = why;
            if (abandoned) {
                return;
            }
        }
        switchboard.disconnect();
        switchboard.post(new MenuEvent.SessionEnded());
    }
}
