package gatehouse.connector.spi.inbound;

import gatehouse.kernel.Secret;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** One person's attempt to sign in over one connection. Called off I/O threads or answered later; never concurrently. */
public interface InboundSignIn {
    /** Takes over the secret and wipes it. */
    CompletionStage<SignInStep> password(Secret password);

    /**
     * Would this key be accepted? Asked before the client proves that it has it (RFC 4252 section 7).
     *
     * @param encoded public key blob as on the wire
     */
    CompletionStage<Boolean> acceptsKey(byte[] encoded);

    /** The client has proved that it has this key. */
    CompletionStage<SignInStep> publicKey(byte[] encoded);

    /** Answers to the questions of the last {@link SignInStep.Ask}; takes them over and wipes them. */
    CompletionStage<SignInStep> answers(List<Secret> answers);

    /** The connection ended before the sign-in did. */
    void abandoned();
}
