package gatehouse.access.control;

import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInRecord;
import gatehouse.access.entity.SignInRules;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.setting.boundary.Settings;
import gatehouse.setting.entity.SettingGuard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Fresh proofs (R10.5, R10.6): signing in with a browser is one, and so is giving all factors once more. Each belongs to the sign-in or
 * bearer token in which it was given.
 */
@ApplicationScoped
public class FreshProofs implements FreshProof, SettingGuard {
    private static final UUID NOTHING = new UUID(0, 0);

    private SignInRows rows;
    private ProofTimes times;
    private Guesses guesses;
    private Settings settings;
    private Clock clock;

    protected FreshProofs() {}

    @Inject
    FreshProofs(SignInRows rows, ProofTimes times, Guesses guesses, Settings settings, Clock clock) {
        this.rows = rows;
        this.times = times;
        this.guesses = guesses;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void require(Caller caller) {
        if (freshUntil(caller).isEmpty()) {
            throw IdentityProblem.STEP_UP_REQUIRED.problem("prove once more who you are, by POST"
                    + " /api/v1/authentication/step-up/ with your password"
                    + (factors(caller).contains(FactorKind.TOTP) ? " and a one-time code" : "") + "; then ask again");
        }
    }

    @Override
    public void requireChange(Caller caller) {
        require(caller);
    }

    @Override
    public void requirePassword(Caller caller, Secret password) {
        guesses.requirePassword(caller, password);
    }

    /** @return when the proof is fresh no more; empty when it is not now */
    public Optional<Instant> freshUntil(Caller caller) {
        if (caller.signIn().equals(NOTHING)) {
            return Optional.empty();
        }
        Optional<Instant> begun = rows.find(new SignInId(caller.signIn()))
                .filter(SignInRecord::inBrowser)
                .map(SignInRecord::startedAt);
        return Stream.concat(begun.stream(), times.find(caller.signIn()).stream())
                .max(Instant::compareTo)
                .map(proved -> proved.plus(freshness()))
                .filter(end -> clock.instant().isBefore(end));
    }

    public Set<FactorKind> factors(Caller caller) {
        return guesses.factors(caller);
    }

    /** @throws gatehouse.kernel.ProblemException {@code PROOF_WRONG}, {@code TOO_MANY_FAILURES}, {@code BUSY} */
    public void prove(Caller caller, Secret password, Optional<Secret> code) {
        guesses.requireAll(caller, password, code);
        times.put(caller.signIn(), clock.instant(), freshness().plusSeconds(1));
    }

    private Duration freshness() {
        return settings.get(SignInRules.class).proof();
    }
}
