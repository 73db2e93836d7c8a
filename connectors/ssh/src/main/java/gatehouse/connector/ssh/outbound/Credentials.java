package gatehouse.connector.ssh.outbound;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.connector.spi.outbound.Endpoint;
import gatehouse.connector.ssh.SshProblem;
import gatehouse.connector.ssh.wire.PrivateKeys;
import gatehouse.kernel.Secret;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;

/**
 * Shows credentials to a server that is trusted. MINA takes passwords as {@code String}: they live until the garbage collector has
 * them, the session forgets them once signed in.
 */
final class Credentials {
    private Credentials() {}

    static void present(ClientSession session, Endpoint endpoint, Duration timeout) {
        Prompts prompts = new Prompts(endpoint);
        List<Runnable> forgetting = new ArrayList<>();
        for (Credential credential : endpoint.credentials()) {
            switch (credential) {
                case Credential.Password(var secret) -> {
                    requireText(secret, endpoint);
                    String text = secret.asString();
                    session.addPasswordIdentity(text);
                    forgetting.add(() -> session.removePasswordIdentity(text));
                }
                case Credential.PrivateKey key -> {
                    KeyPair pair = read(key, endpoint);
                    session.addPublicKeyIdentity(pair);
                    forgetting.add(() -> session.removePublicKeyIdentity(pair));
                }
            }
        }
        session.setUserInteraction(prompts);
        try {
            session.auth().verify(timeout);
        } catch (IOException failure) {
            throw prompts.unanswered().orElseGet(() -> DialFailures.signingIn(endpoint, session, failure));
        } finally {
            forgetting.forEach(Runnable::run);
            session.setUserInteraction(null);
        }
    }

    private static void requireText(Secret secret, Endpoint endpoint) {
        if (secret.isEmpty()) {
            throw SshProblem.AUTHENTICATION_FAILED.problem(
                    "the password stored for " + endpoint + " is empty; store the right one");
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
}
