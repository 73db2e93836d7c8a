package gatehouse.access.entity;

import gatehouse.identity.entity.FactorKind;
import gatehouse.kernel.Caller;
import java.util.Set;

/** What became of one factor. */
public sealed interface SignInStep {
    record SignedIn(Caller caller, SignInId id) implements SignInStep {}

    /** The factor was right; one of these is wanted too. */
    record NextFactor(Set<FactorKind> factors) implements SignInStep {
        public NextFactor {
            factors = Set.copyOf(factors);
        }
    }

    /** What came was right, but something else comes first; only whoever showed the first factor or all of them is told. */
    record NotYet(String message) implements SignInStep {}

    /** Nothing is looked at for a while, of anybody, known or not. */
    record Barred(String message) implements SignInStep {}

    /** The same words whatever the reason (R10.2). */
    record Refused(String message) implements SignInStep {}
}
