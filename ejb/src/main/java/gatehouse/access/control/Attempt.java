package gatehouse.access.control;

import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import java.util.EnumSet;
import java.util.Set;

/** The state of one conversation: who, from where, and what was proved. Used by one thread at a time. */
public final class Attempt {
    private final SignInOrigin origin;
    private final Candidate candidate;
    private final Set<FactorKind> passed = EnumSet.noneOf(FactorKind.class);
    private boolean over;

    public Attempt(SignInOrigin origin, Candidate candidate, Set<FactorKind> passed) {
        this.origin = origin;
        this.candidate = candidate;
        this.passed.addAll(passed);
    }

    public SignInOrigin origin() {
        return origin;
    }

    public Candidate candidate() {
        return candidate;
    }

    public Set<FactorKind> passed() {
        return Set.copyOf(passed);
    }

    public void pass(FactorKind kind) {
        passed.add(kind);
    }

    /** What is still to be shown; empty when it is enough. One of password and key, and the one-time code where enrolled. */
    public Set<FactorKind> missing() {
        if (!passed.contains(FactorKind.PASSWORD) && !passed.contains(FactorKind.PUBLIC_KEY)) {
            return Set.of(FactorKind.PASSWORD, FactorKind.PUBLIC_KEY);
        }
        boolean wantsCode = candidate.factors().contains(FactorKind.TOTP) && !passed.contains(FactorKind.TOTP);
        return wantsCode ? Set.of(FactorKind.TOTP) : Set.of();
    }

    /** A one-time code is no first factor: nobody learns from it whether somebody has one enrolled. */
    public boolean mayShow(FactorKind kind) {
        return !over && (kind != FactorKind.TOTP || missing().equals(Set.of(FactorKind.TOTP)));
    }

    public void finish() {
        over = true;
    }
}
