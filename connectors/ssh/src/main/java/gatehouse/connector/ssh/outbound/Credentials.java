package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.PrivateKeys;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Shows credentials to a server that is trusted. MINA takes passwords as {@code String}: they live until the garbage collector has
 * them, the session forgets them once signed in.
 */
final class Credentials {
    private Credentials() {}

    static void present(ClientSession session, Endpoint endpoint, Duration timeout) {
        Prompts prompts = new Prompts(endpoint.credentials());
        Set<String> methods = new LinkedHashSet<>();
        for (Credential credential : endpoint.credentials()) {
            switch (credential) {
                case Credential.Password(var secret) -> {
                    session.addPasswordIdentity(secret.asString());
                    methods.add("password");
                    methods.add("keyboard-interactive");
                }
                case Credential.PrivateKey key -> {
                    session.addPublicKeyIdentity(read(key, endpoint));
                    methods.add("publickey");
                }
                case Credential.Answers ignored -> methods.add("keyboard-interactive");
            }
        }
        CoreModuleProperties.PREFERRED_AUTHS.set(session, String.join(",", methods));
        session.setUserInteraction(prompts);
        try {
            session.auth().verify(timeout);
        } catch (IOException failure) {
            prompts.unanswered().ifPresent(question -> {
                throw SshProblem.QUESTION_UNANSWERED.problem(
                        endpoint + " asks \"" + question + "\" and no rule of the account answers that", failure);
            });
            throw DialFailures.signingIn(endpoint, session, failure);
        } finally {
            forget(session);
        }
    }

    private static KeyPair read(Credential.PrivateKey key, Endpoint endpoint) {
        try {
            return PrivateKeys.read(key.encoded(), key.passphrase());
        } catch (GeneralSecurityException unreadable) {
            throw SshProblem.KEY_UNREADABLE.problem(
                    "the private key stored for " + endpoint + " cannot be read; check the key and its passphrase",
                    unreadable);
        }
    }

    private static void forget(ClientSession session) {
        session.getRegisteredIdentities();
        session.setUserInteraction(null);
    }
}
