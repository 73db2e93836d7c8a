package gatehouse.connector.telnet.wire;

/** Bytes with a meaning of their own (RFC 854) and the options that Gatehouse knows. */
final class TelnetCode {
    static final int SE = 240;
    static final int INTERRUPT_PROCESS = 244;
    static final int SB = 250;
    static final int WILL = 251;
    static final int WONT = 252;
    static final int DO = 253;
    static final int DONT = 254;
    static final int IAC = 255;

    /** RFC 856. */
    static final int BINARY = 0;
    /** RFC 857. */
    static final int ECHO = 1;
    /** RFC 858. */
    static final int SUPPRESS_GO_AHEAD = 3;
    /** RFC 1091. */
    static final int TERMINAL_TYPE = 24;
    /** RFC 1073. */
    static final int WINDOW_SIZE = 31;

    static final int TYPE_IS = 0;
    static final int TYPE_SEND = 1;

    private TelnetCode() {}
}
