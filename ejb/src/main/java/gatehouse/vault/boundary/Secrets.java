package gatehouse.vault.boundary;

import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.vault.entity.AccountId;
import jakarta.ejb.Stateless;
import java.util.Optional;

/** The one door through which stored secrets leave: for opening connections, never for people. */
@Stateless
public class Secrets {
    /**
     * The current secret: a password, or a private key in the form in which it was stored. The caller closes it.
     *
     * @param purpose what for, written to the audit log, for example {@code session 0190…}
     * @throws gatehouse.kernel.ProblemException {@code SECRET_MISSING} when none is stored
     */
    public Secret open(Caller caller, AccountId account, String purpose) {
        throw new UnsupportedOperationException();
    }

    /** The passphrase of a private key, when it has one. The caller closes it. */
    public Optional<Secret> passphrase(Caller caller, AccountId account, String purpose) {
        throw new UnsupportedOperationException();
    }
}
