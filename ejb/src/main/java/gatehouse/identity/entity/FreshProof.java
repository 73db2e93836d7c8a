package gatehouse.identity.entity;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;

/** Whether a person proved only a moment ago who they are (R4.6). Answered by access, which knows the sign-ins. */
public interface FreshProof {
    /** @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED} */
    void require(Caller caller);

    /**
     * Asks for the password once more. A wrong one counts as it does at sign-in, so that nobody guesses through a stolen session.
     *
     * @param password stays the caller's
     * @throws gatehouse.kernel.ProblemException {@code PASSWORD_WRONG}, {@code TOO_MANY_FAILURES}, {@code BUSY}
     */
    void requirePassword(Caller caller, Secret password);
}
