package gatehouse.connector.spi.outbound;

import gatehouse.kernel.Secret;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A proof that a target accepts. The secrets stay their owner's, who wipes them once {@code connect} has returned; a connector
 * copies what it needs longer.
 */
public sealed interface Credential {
    record Password(Secret secret) implements Credential {}

    /**
     * @param encoded private key as text: OpenSSH, PKCS#8 or the traditional PEM forms
     * @param passphrase present when the key is encrypted
     */
    record PrivateKey(Secret encoded, Optional<Secret> passphrase) implements Credential {}

    /** Answers to a target that asks questions. A question without a rule is not answered: the sign-in fails and names it. */
    record Answers(List<Answer> rules) implements Credential {
        public Answers {
            rules = List.copyOf(rules);
        }
    }

    /** @param question found in the target's question, the first rule that matches wins */
    record Answer(Pattern question, Secret reply) {}
}
