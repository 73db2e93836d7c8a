package gatehouse.access.control;

import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInRules;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks people who are signed in for their factors. Every wrong answer counts as one at sign-in does, and within its sign-in: whoever has
 * stolen one guesses neither from one address nor from many.
 */
@ApplicationScoped
public class Guesses {
    private static final String CODES_BARRED =
            "too many wrong one-time codes came with the right password: somebody else may have it;"
                    + " sign in again and change your password, or ask an administrator for a new one";

    private Factors factors;
    private OneTimeCodes codes;
    private Throttles throttles;
    private Pause pause;
    private Settings settings;
    private AuditLog audit;

    protected Guesses() {}

    @Inject
    Guesses(Factors factors, OneTimeCodes codes, Throttles throttles, Pause pause, Settings settings, AuditLog audit) {
        this.factors = factors;
        this.codes = codes;
        this.throttles = throttles;
        this.pause = pause;
        this.settings = settings;
        this.audit = audit;
    }

    /** @throws gatehouse.kernel.ProblemException {@code NOT_SIGNED_IN} */
    Set<FactorKind> factors(Caller caller) {
        return requireCandidate(caller).factors();
    }

    /** @throws gatehouse.kernel.ProblemException {@code PASSWORD_WRONG}, {@code TOO_MANY_FAILURES}, {@code BUSY} */
    void requirePassword(Caller caller, Secret password) {
        inTurn(caller, () -> {
            if (!factors.password(requireCandidate(caller), password)) {
                failed(caller, FactorKind.PASSWORD);
                throw IdentityProblem.PASSWORD_WRONG.at("oldPassword", "the present password is not right");
            }
        });
    }

    /** @throws gatehouse.kernel.ProblemException {@code PROOF_WRONG}, {@code TOO_MANY_FAILURES}, {@code BUSY} */
    void requireAll(Caller caller, Secret password, Optional<Secret> code) {
        inTurn(caller, () -> {
            pause.of(throttles.delay(rules(), caller.username()), caller.address());
            Candidate who = requireCandidate(caller);
            if (!factors.password(who, password)) {
                throw wrong(caller, FactorKind.PASSWORD);
            }
            boolean wantsCode = who.factors().contains(FactorKind.TOTP);
            if (wantsCode && codes.barred(OneTimeCodes.Place.STEP_UP, who.user())) {
                throw IdentityProblem.TOO_MANY_FAILURES.problem(CODES_BARRED);
            }
            if (wantsCode && !code.map(given -> show(caller, who, given)).orElse(false)) {
                throw wrong(caller, FactorKind.TOTP);
            }
        });
        throttles.succeeded(caller.username(), caller.address());
        audit.recordAlways(AuditEvent.of("step-up.succeeded", caller));
    }

    private boolean show(Caller caller, Candidate who, Secret code) {
        return codes.show(
                OneTimeCodes.Place.STEP_UP,
                who,
                code,
                type -> AuditEvent.of(type, caller).about("user", who.user().value()));
    }

    /** The same words whichever it was. */
    private RuntimeException wrong(Caller caller, FactorKind kind) {
        failed(caller, kind);
        return AccessProblem.PROOF_WRONG.problem("the password or the code is not right");
    }

    private void failed(Caller caller, FactorKind kind) {
        throttles.failed(rules(), caller.username(), caller.address());
        throttles.failedWithin(rules(), caller.signIn());
        audit.recordAlways(AuditEvent.of("step-up.refused", caller).with("factor", AuditField.open(kind)));
    }

    private void inTurn(Caller caller, Runnable proof) {
        try (Throttles.Turn turn = throttles.turn(rules(), caller.username(), caller.address(), caller.signIn())) {
            if (!turn.given()) {
                throw barred(caller);
            }
            proof.run();
        }
    }

    private RuntimeException barred(Caller caller) {
        Duration left = throttles
                .barred(rules(), caller.username(), caller.address())
                .or(() -> throttles.barredWithin(rules(), caller.signIn()))
                .orElse(Duration.ZERO);
        return IdentityProblem.TOO_MANY_FAILURES.problem(
                "too many failures; try again in " + (left.toMinutes() + 1) + " minutes");
    }

    private Candidate requireCandidate(Caller caller) {
        return factors.find(caller.user())
                .orElseThrow(() -> AccessProblem.NOT_SIGNED_IN.problem("you are not signed in any more"));
    }

    private SignInRules rules() {
        return settings.get(SignInRules.class);
    }
}
