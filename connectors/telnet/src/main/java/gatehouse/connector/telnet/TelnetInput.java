package gatehouse.connector.telnet;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.connector.telnet.wire.TelnetWire;
import java.util.concurrent.atomic.AtomicInteger;

/** What a person types at a telnet target. */
record TelnetInput(TelnetWire wire, TelnetTerminal handle) implements TerminalInput {
    private static final String INTERRUPT = "INT";

    @Override
    public void input(byte[] bytes, int offset, int length, Completion done) {
        AtomicInteger open = new AtomicInteger(2);
        Completion both = () -> {
            if (open.decrementAndGet() == 0) {
                done.complete();
            }
        };
        wire.echo(bytes, offset, length, both);
        wire.type(bytes, offset, length, both);
    }

    /** As with a terminal over SSH, the program at the target goes on: half a connection would end it. */
    @Override
    public void endOfInput() {
        // nothing to tell the target
    }

    @Override
    public void resize(WindowSize size) {
        wire.resize(size);
    }

    @Override
    public void signal(String name) {
        if (name.equals(INTERRUPT)) {
            wire.interrupt();
        }
    }

    @Override
    public void close() {
        handle.close();
    }
}
