package gatehouse.access.boundary;

import gatehouse.access.control.Attempt;
import gatehouse.access.control.OneTimeCodes;
import gatehouse.access.control.Pause;
import gatehouse.access.control.SignInCounts;
import gatehouse.access.control.SuspendedAttempts;
import gatehouse.access.control.Throttles;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRules;
import gatehouse.access.entity.SignInStep;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.setting.boundary.Settings;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Signing in. No transaction is open while a password is hashed or an answer is held back. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SignIn {
    static final String REFUSED = "The user name, or the password, key or code, is not right.";
    private static final String CHANGE_FIRST =
            "Choose a password of your own first: sign in with a browser, which asks for it. Nothing else is wrong.";

    private static final String CODES_BARRED =
            "Too many wrong one-time codes came after the right password or key: somebody else may have it."
                    + " Change your password where you are still signed in, or ask an administrator for a new one; one-time codes are looked at"
                    + " again after that, or within a day.";

    private static final String CHANGED_MEANWHILE =
            "The password was changed meanwhile. Sign in again, with the new one.";

    @Inject
    private Factors factors;

    @Inject
    private OneTimeCodes codes;

    @Inject
    private Throttles throttles;

    @Inject
    private Pause pause;

    @Inject
    private SuspendedAttempts suspended;

    @Inject
    private SignInCounts counts;

    @Inject
    private Settings settings;

    @Inject
    private SignIns signIns;

    @Inject
    private Callers callers;

    @Inject
    private AuditLog audit;

    @Resource
    private SessionContext context;

    public SignInConversation begin(SignInOrigin origin, String username) {
        audit.requireDatabase();
        return conversation(new Attempt(origin, factors.candidate(username), Set.of()));
    }

    /** For a browser, whose next factor comes with another request: the conversation as an opaque text, good for five minutes. */
    public Secret suspend(SignInConversation conversation) {
        return suspended.write(conversation.attempt());
    }

    /** @return empty when the text is not one, is too old, comes from another address, or the password changed since */
    public Optional<SignInConversation> resume(SignInOrigin origin, Secret text) {
        return suspended
                .read(origin, text)
                .flatMap(state -> factors.find(state.user())
                        .filter(candidate -> candidate.passwordChangedAt().equals(state.passwordChangedAt()))
                        .map(candidate -> conversation(new Attempt(origin, candidate, state.passed()))));
    }

    /** Called by {@link SignInConversation}, as are the following. */
    public SignInStep password(Attempt attempt, Secret password) {
        try (password) {
            return step(
                    attempt,
                    FactorKind.PASSWORD,
                    Optional.of(password),
                    () -> factors.password(attempt.candidate(), password));
        }
    }

    public SignInStep totp(Attempt attempt, Secret code) {
        try (code) {
            return codesBarred(attempt)
                    .orElseGet(() -> step(attempt, FactorKind.TOTP, Optional.empty(), () -> show(attempt, code)));
        }
    }

    private boolean show(Attempt attempt, Secret code) {
        return codes.show(
                OneTimeCodes.Place.SIGN_IN,
                attempt.candidate(),
                code,
                type -> AuditEvent.of(type, actor(attempt))
                        .about("user", attempt.candidate().user().value()));
    }

    /** Told only to whoever showed the right first factor, and that one was right already (R10.8). */
    private Optional<SignInStep> codesBarred(Attempt attempt) {
        UserId user = attempt.candidate().user();
        if (!attempt.mayShow(FactorKind.TOTP) || !codes.barred(OneTimeCodes.Place.SIGN_IN, user)) {
            return Optional.empty();
        }
        counts.barred();
        return Optional.of(new SignInStep.NotYet(CODES_BARRED));
    }

    public SignInStep publicKey(Attempt attempt, byte[] encoded) {
        SignInStep step = step(
                attempt,
                FactorKind.PUBLIC_KEY,
                Optional.empty(),
                () -> factors.publicKey(attempt.candidate(), encoded));
        switch (step) {
            case SignInStep.SignedIn _, SignInStep.NextFactor _, SignInStep.NotYet _ ->
                factors.publicKeyUsed(attempt.candidate(), encoded);
            case SignInStep.Barred _, SignInStep.Refused _ -> {}
        }
        return step;
    }

    /** No failure: clients offer all keys they have. */
    public boolean acceptsKey(Attempt attempt, byte[] encoded) {
        return barred(attempt).isEmpty() && factors.publicKey(attempt.candidate(), encoded);
    }

    /** @param said what counts, and is looked at, only once however often it comes */
    private SignInStep step(Attempt attempt, FactorKind kind, Optional<Secret> said, BooleanSupplier proof) {
        Optional<Duration> barred = barred(attempt);
        if (barred.isPresent()) {
            return refused(attempt, barred.get());
        }
        String username = attempt.candidate().username();
        String address = attempt.origin().address();
        try (Throttles.Turn turn = throttles.turn(rules(), username, attempt.origin())) {
            if (!turn.given()) {
                return refused(attempt, barred(attempt).orElse(Duration.ZERO));
            }
            // behind the turn: whoever gets none takes no place from those who do
            pause.of(throttles.delay(rules(), username), address);
            Attempt.Outcome outcome = attempt.show(kind, said, proof);
            if (outcome != Attempt.Outcome.RIGHT) {
                return refused(attempt, kind, outcome == Attempt.Outcome.WRONG);
            }
        }
        return attempt.missing().isEmpty()
                ? finished(attempt)
                : codesBarred(attempt).orElseGet(() -> new SignInStep.NextFactor(attempt.missing()));
    }

    private SignInStep finished(Attempt attempt) {
        Candidate who = attempt.candidate();
        SignInOrigin origin = attempt.origin();
        if (who.passwordMustChange() && !"web".equals(origin.channel())) {
            audit.recordAlways(AuditEvent.of("sign-in.password-change-wanted", actor(attempt))
                    .with("client", AuditField.open(origin.client())));
            return new SignInStep.NotYet(CHANGE_FIRST);
        }
        attempt.finish();
        SignInId id = signIns.open(who, origin, attempt.passed());
        if (!signIns.stands(id, who)) {
            counts.refused();
            return new SignInStep.NotYet(CHANGED_MEANWHILE);
        }
        throttles.succeeded(who.username(), origin.address());
        counts.signedIn();
        return new SignInStep.SignedIn(callers.requireCurrent(id), id);
    }

    private SignInStep refused(Attempt attempt, Duration barred) {
        counts.barred();
        boolean whole = throttles.barred(rules(), attempt.origin().address()).isPresent();
        return new SignInStep.Barred("Too many failures from this address" + (whole ? "" : " with this user name")
                + ". Try again in " + (barred.toMinutes() + 1) + " minutes.");
    }

    private SignInStep refused(Attempt attempt, FactorKind kind, boolean isNew) {
        counts.refused();
        Candidate who = attempt.candidate();
        SignInOrigin origin = attempt.origin();
        boolean bars = isNew && throttles.failed(rules(), who.username(), origin.address());
        AuditEvent event = AuditEvent.of(bars ? "sign-in.barred" : "sign-in.refused", actor(attempt))
                .with("factor", AuditField.open(kind))
                .with("client", AuditField.open(origin.client()));
        audit.recordAlways(
                bars ? event.with("minutes", AuditField.open(rules().pairBar().toMinutes())) : event);
        return new SignInStep.Refused(REFUSED);
    }

    private static AuditEvent.Actor actor(Attempt attempt) {
        Candidate who = attempt.candidate();
        SignInOrigin origin = attempt.origin();
        return AuditEvent.Actor.unknown(who.organisation(), who.username(), origin.address(), origin.channel());
    }

    private Optional<Duration> barred(Attempt attempt) {
        return throttles.barred(
                rules(), attempt.candidate().username(), attempt.origin().address());
    }

    private SignInRules rules() {
        return settings.get(SignInRules.class);
    }

    private SignInConversation conversation(Attempt attempt) {
        return new SignInConversation(context.getBusinessObject(SignIn.class), attempt);
    }
}
