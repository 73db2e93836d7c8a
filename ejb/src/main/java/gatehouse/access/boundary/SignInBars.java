package gatehouse.access.boundary;

import gatehouse.access.control.Throttles;
import gatehouse.access.entity.SignInBar;
import gatehouse.access.entity.SignInRules;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Users;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.identity.entity.User;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import gatehouse.setting.boundary.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** From where users are barred after wrong passwords, for administrators (R10.10). */
@Stateless
public class SignInBars {
    @Inject
    private Throttles throttles;

    @Inject
    private Users users;

    @Inject
    private FreshProof proof;

    @Inject
    private Settings settings;

    @Inject
    private AuditLog audit;

    /** @return by user name, soonest over first; whoever is barred from nowhere is absent */
    public Map<String, List<SignInBar>> of(Caller caller, Collection<User> who) {
        caller.require(IdentityRight.USER_VIEW);
        return throttles.bars(rules(), who.stream().map(User::username).toList());
    }

    /**
     * Lets somebody try again from everywhere.
     *
     * @throws gatehouse.kernel.ProblemException {@code USER_UNKNOWN, GRANT_EXCEEDS_OWN, STEP_UP_REQUIRED}
     */
    public void lift(Caller caller, UserId id) {
        User user = users.requireEditable(caller, id);
        proof.require(caller);
        List<SignInBar> lifted =
                throttles.bars(rules(), List.of(user.username())).getOrDefault(user.username(), List.of());
        // what follows is in no transaction, and must not happen untold
        audit.recordAlways(AuditEvent.of("sign-in.bar-lifted", caller)
                .with("id", AuditField.open(user.id()))
                .with("username", AuditField.open(user.username()))
                .with(
                        "networks",
                        AuditField.open(lifted.stream().map(SignInBar::network).toList())));
        throttles.lift(user.username());
    }

    private SignInRules rules() {
        return settings.get(SignInRules.class);
    }
}
