package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileGuard;
import gatehouse.connector.spi.files.FileProtocol;
import gatehouse.connector.spi.files.FileRelay;
import gatehouse.session.control.TerminalStage;

/** Puts a guard between a client and a target that speak a file protocol. The output is chained before the input. */
final class RelayStage implements TerminalStage {
    private final FileProtocol protocol;
    private final FileGuard guard;
    private FileRelay relay;

    RelayStage(FileProtocol protocol, FileGuard guard) {
        this.protocol = protocol;
        this.guard = guard;
    }

    @Override
    public synchronized TerminalOutput output(TerminalOutput next) {
        relay = protocol.relay(guard, next);
        return relay.fromTarget();
    }

    @Override
    public synchronized TerminalInput input(TerminalInput next) {
        if (relay == null) {
            throw new IllegalStateException("the way to the person is chained before the way to the target");
        }
        return relay.toTarget(next);
    }
}
