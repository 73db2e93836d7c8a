package gatehouse.session.entity;

import gatehouse.connector.spi.TerminalRequest;

/** What runs at the target's end. */
public enum SessionKind {
    TERMINAL,
    COMMAND,
    FILES,
    /** Connections forwarded through the target. */
    TUNNEL;

    public static SessionKind of(TerminalRequest request) {
        return switch (request.kind()) {
            case SHELL -> TERMINAL;
            case EXEC -> COMMAND;
            case SUBSYSTEM -> FILES;
        };
    }
}
