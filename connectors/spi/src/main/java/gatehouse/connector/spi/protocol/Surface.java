package gatehouse.connector.spi.protocol;

/** What can be opened on a target. */
public enum Surface {
    /** A shell for a person. */
    TERMINAL,
    /** One command, with its own error output and exit status. */
    COMMAND,
    FILES,
    /** Connections from the target to somewhere else, and back. */
    TUNNEL
}
