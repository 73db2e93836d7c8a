package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.Conflicts;
import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.UserRows;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.OpenSshKey;
import gatehouse.identity.entity.SshKey;
import gatehouse.identity.entity.SshKeyId;
import gatehouse.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Public keys with which the caller signs in over SSH. */
@Stateless
public class SshKeys {
    private static final int MOST = 50;

    @Inject
    private KeyAndTokenRows rows;

    @Inject
    private UserRows users;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    public List<SshKey> list(Caller caller) {
        return rows.listKeys(caller.user());
    }

    /**
     * @param name empty: the key's own comment
     * @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE, STEP_UP_REQUIRED, VALUE_INVALID, SSH_KEY_TAKEN}
     */
    public SshKey add(Caller caller, String name, OpenSshKey key) {
        requireProved(caller);
        if (rows.listKeys(caller.user()).size() >= MOST) {
            throw IdentityProblem.SSH_KEY_TAKEN.problem("at most " + MOST + " keys; delete some that you do not use");
        }
        String label = name.isBlank() ? key.comment() : name.strip();
        SshKey row = new SshKey(
                SshKeyId.next(),
                caller.user(),
                label.length() > 255 ? label.substring(0, 255) : label,
                key,
                clock.instant());
        Conflicts.unique(
                () -> rows.add(row), IdentityProblem.SSH_KEY_TAKEN, "publicKey", "you have added this key already");
        record("user.ssh-key-added", caller, row);
        return row;
    }

    /** @throws gatehouse.kernel.ProblemException {@code PASSWORD_MUST_CHANGE, STEP_UP_REQUIRED, SSH_KEY_UNKNOWN} */
    public void remove(Caller caller, SshKeyId id) {
        requireProved(caller);
        SshKey row = rows.requireKey(caller.user(), id);
        rows.remove(row);
        record("user.ssh-key-removed", caller, row);
    }

    private void requireProved(Caller caller) {
        users.requireCredentials(caller.user()).requireOwnPassword();
        proof.require(caller);
    }

    private void record(String type, Caller caller, SshKey row) {
        audit.record(AuditEvent.of(type, caller)
                .with("name", AuditField.open(row.name()))
                .with("fingerprint", AuditField.open(row.fingerprint())));
    }
}
