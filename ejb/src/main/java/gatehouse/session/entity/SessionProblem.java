package gatehouse.session.entity;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What can go wrong with sessions. */
public enum SessionProblem implements ProblemCode {
    /** No such session, or none that the caller may see. */
    SESSION_UNKNOWN(Kind.NOT_FOUND),
    /** The session has ended; nothing can be done to it any more. */
    SESSION_ENDED(Kind.CONFLICT),
    /** Policy does not let this person in; the detail names no grants. */
    CONNECT_DENIED(Kind.FORBIDDEN),
    CONNECT_REVIEW_REQUIRED(Kind.REVIEW_REQUIRED),
    /** The asset, the account or the protocol is unknown, or not reachable for the caller: both look alike. */
    DESTINATION_UNKNOWN(Kind.NOT_FOUND),
    /** The sign-in named no asset, and there is no terminal to ask on. */
    DESTINATION_WANTED(Kind.INVALID),
    /** Several assets have that name. */
    DESTINATION_AMBIGUOUS(Kind.INVALID),
    LIMIT_INVALID(Kind.INVALID),
    ENDPOINT_INVALID(Kind.INVALID),
    /** A browser's socket said something that is not in its protocol. */
    FRAME_INVALID(Kind.INVALID),
    PROTOCOL_UNSUPPORTED(Kind.INVALID),
    /** No secret is stored, and none was typed. */
    SECRET_WANTED(Kind.INVALID),
    /** No recording, no session. */
    RECORDING_UNAVAILABLE(Kind.UNAVAILABLE),
    RECORDING_UNKNOWN(Kind.NOT_FOUND),
    /** The recording does not verify: it was cut or changed. */
    RECORDING_DAMAGED(Kind.CONFLICT),
    COMMAND_UNKNOWN(Kind.NOT_FOUND),
    TRANSFER_UNKNOWN(Kind.NOT_FOUND),
    TOO_MANY_OPEN(Kind.LIMITED),
    /** The permission allows the session but not this direction of files. */
    TRANSFER_DENIED(Kind.FORBIDDEN),
    /** No permission lets this person forward connections there. */
    TUNNEL_DENIED(Kind.FORBIDDEN),
    /** Unknown, used up, expired or somebody else's: all alike. */
    TOKEN_REFUSED(Kind.UNAUTHENTICATED),
    /** No such invitation, over, or for somebody else: all alike. */
    SHARE_UNKNOWN(Kind.NOT_FOUND),
    /** The link was redeemed by this person already. */
    SHARE_USED(Kind.CONFLICT),
    SHARE_DENIED(Kind.FORBIDDEN),
    SHARE_INVALID(Kind.INVALID),
    TARGET_FAILED(Kind.TARGET_FAILED),
    /** The first account signed in, the second one was refused by the target. */
    SWITCH_FAILED(Kind.TARGET_FAILED),
    /** Accounts that are switched to have shells and nothing else. */
    SWITCH_NEEDS_TERMINAL(Kind.INVALID),
    SESSION_TERMINATED(Kind.FORBIDDEN),
    /** What the person signed in with was taken back. */
    SIGN_IN_ENDED(Kind.UNAUTHENTICATED),
    IDLE_LIMIT_REACHED(Kind.LIMITED),
    DURATION_LIMIT_REACHED(Kind.LIMITED),
    PERMISSION_ENDED(Kind.FORBIDDEN),
    /** A defect; its cause is in the log. */
    SESSION_BROKEN(Kind.BUG),
    SERVER_STOPPING(Kind.UNAVAILABLE);

    private final Kind kind;

    SessionProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
