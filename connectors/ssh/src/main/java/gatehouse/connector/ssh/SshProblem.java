package gatehouse.connector.ssh;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong on the way to a target, or in the connector itself. */
public enum SshProblem implements ProblemCode {
    /** Nothing listens on the target's port. */
    REFUSED(Kind.TARGET_FAILED),
    /** No such name, no route. */
    UNREACHABLE(Kind.TARGET_FAILED),
    TIMEOUT(Kind.TARGET_TIMEOUT),
    /** The target ended the connection, or it broke. */
    CONNECTION_LOST(Kind.TARGET_FAILED),
    /** Not SSH, or no algorithm in common. */
    NEGOTIATION_FAILED(Kind.TARGET_FAILED),
    /** The host key is unknown or has changed; nobody has accepted it. */
    HOST_KEY_REFUSED(Kind.TARGET_FAILED),
    AUTHENTICATION_FAILED(Kind.TARGET_FAILED),
    /** The target asked something that no pattern of its platform matches. */
    QUESTION_UNANSWERED(Kind.TARGET_FAILED),
    /** A platform's pattern cannot be looked for: see {@link gatehouse.connector.spi.dialogue.PromptPattern}. */
    PATTERN_INVALID(Kind.INVALID),
    /** A stored private key cannot be read with its passphrase. */
    KEY_UNREADABLE(Kind.INVALID),
    /** The target signed us in but does not let us start this. */
    CHANNEL_REFUSED(Kind.TARGET_FAILED),
    /** The target does not listen where it was asked to. */
    LISTENING_REFUSED(Kind.TARGET_FAILED),
    /** More at a time on one connection than it may have. */
    TOO_MANY_CHANNELS(Kind.LIMITED),
    /** A peer names a host that cannot be one. */
    HOST_MALFORMED(Kind.INVALID),
    /** Every gateway of a hop failed. */
    GATEWAYS_FAILED(Kind.TARGET_FAILED),
    /** Becoming another account did not work. */
    SWITCH_FAILED(Kind.TARGET_FAILED),
    /** A handle was used after it was closed. */
    CLOSED(Kind.CONFLICT),
    /** The adapter is stopping or not started. */
    UNAVAILABLE(Kind.UNAVAILABLE),
    INTERNAL(Kind.BUG);

    private final Kind kind;

    SshProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
