package gatehouse.access.boundary;

import gatehouse.access.control.Attempt;
import gatehouse.access.entity.SignInStep;
import gatehouse.kernel.Secret;

/**
 * One person proving who they are, over one connection (R10.1). Called by one thread at a time, from any thread; the methods wait (hashing,
 * database, slowing down), so never from an I/O thread. After {@link SignInStep.SignedIn} it is over.
 */
public final class SignInConversation {
    private final SignIn signIn;
    private final Attempt attempt;

    SignInConversation(SignIn signIn, Attempt attempt) {
        this.signIn = signIn;
        this.attempt = attempt;
    }

    /**
     * Takes over the password and wipes it.
     *
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    public SignInStep password(Secret password) {
        return signIn.password(attempt, password);
    }

    /**
     * Would this key be accepted? Asked before it is proved (RFC 4252 section 7).
     *
     * @param encoded as on the wire
     */
    public boolean acceptsKey(byte[] encoded) {
        return signIn.acceptsKey(attempt, encoded);
    }

    /**
     * The client proved that it has this key.
     *
     * @param encoded as on the wire
     */
    public SignInStep publicKey(byte[] encoded) {
        return signIn.publicKey(attempt, encoded);
    }

    /** Takes over the code and wipes it. */
    public SignInStep totp(Secret code) {
        return signIn.totp(attempt, code);
    }

    /** The person's language (BCP 47) as their profile says; empty when it says none or nobody is known yet. */
    public String locale() {
        return attempt.passed().isEmpty() ? "" : attempt.candidate().locale();
    }

    Attempt attempt() {
        return attempt;
    }
}
