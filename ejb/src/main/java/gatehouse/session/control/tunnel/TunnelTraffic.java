package gatehouse.session.control.tunnel;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** What runs in a session of tunnels. To the session it looks like a terminal on which nothing is typed or shown. */
public final class TunnelTraffic implements TerminalInput, TerminalOutput {
    private final Set<Forwarded> open = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    void add(Forwarded forwarded) {
        open.add(forwarded);
        if (over) {
            forwarded.cut();
        }
    }

    void remove(Forwarded forwarded) {
        open.remove(forwarded);
    }

    /** Hangs up on those that may not be any more. */
    public void cutUnless(Predicate<Forwarded> allowed) {
        open.stream().filter(allowed.negate()).toList().forEach(Forwarded::cut);
    }

    @Override
    public void close() {
        over = true;
        cutUnless(any -> false);
    }

    @Override
    public void closed(Optional<ProblemException> reason) {
        close();
    }

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        done.complete();
    }

    @Override
    public void output(byte[] bytes, int offset, int length, Completion done) {
        done.complete();
    }

    @Override
    public void error(byte[] bytes, int offset, int length, Completion done) {
        done.complete();
    }

    @Override
    public void endOfInput() {
        // has none
    }

    @Override
    public void endOfOutput() {
        // has none
    }

    @Override
    public void resize(WindowSize size) {
        // shows nothing
    }

    @Override
    public void signal(String name) {
        // runs no program
    }

    @Override
    public void exited(ExitStatus status) {
        // runs no program
    }
}
