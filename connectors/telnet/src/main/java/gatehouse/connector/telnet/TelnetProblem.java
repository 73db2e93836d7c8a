package gatehouse.connector.telnet;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong on the way to a telnet target, or in the connector itself. */
public enum TelnetProblem implements ProblemCode {
    /** Nothing listens on the target's port. */
    REFUSED(Kind.TARGET_FAILED),
    /** No such name, no route. */
    UNREACHABLE(Kind.TARGET_FAILED),
    TIMEOUT(Kind.TARGET_TIMEOUT),
    /** The target ended the connection during the sign-in, or it broke. */
    CONNECTION_LOST(Kind.TARGET_FAILED),
    /** The target shows none of its platform's prompts. */
    NO_PROMPT(Kind.TARGET_TIMEOUT),
    AUTHENTICATION_FAILED(Kind.TARGET_FAILED),
    /** The account has no password. */
    CREDENTIAL_UNSUITABLE(Kind.INVALID),
    /** A platform's prompt cannot be looked for: see {@link gatehouse.connector.spi.dialogue.PromptPattern}. */
    PROMPT_INVALID(Kind.INVALID),
    /** Telnet has one terminal, no commands and no files. */
    SHELL_ONLY(Kind.INVALID),
    /** A handle was used after it was closed. */
    CLOSED(Kind.CONFLICT),
    /** The adapter is stopping or not started. */
    UNAVAILABLE(Kind.UNAVAILABLE);

    private final Kind kind;

    TelnetProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
