package gatehouse.session.control.opening;

import gatehouse.connector.spi.outbound.Credential;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.vault.boundary.Secrets;
import gatehouse.vault.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Makes proofs of secrets. */
@ApplicationScoped
class CredentialDesk {
    @Inject
    private Secrets secrets;

    List<Credential> stored(Caller caller, Account account, OpenedSecrets opened, String purpose) {
        Secret secret = opened.add(secrets.open(caller, account.id(), purpose));
        return switch (account.kind()) {
            case PASSWORD -> password(secret);
            case SSH_KEY -> {
                Optional<Secret> passphrase = secrets.passphrase(caller, account.id(), purpose);
                passphrase.ifPresent(opened::add);
                yield List.of(new Credential.PrivateKey(secret, passphrase));
            }
        };
    }

    List<Credential> password(Secret secret) {
        return List.of(new Credential.Password(secret));
    }
}
