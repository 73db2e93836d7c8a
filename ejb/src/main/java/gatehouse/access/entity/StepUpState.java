package gatehouse.access.entity;

import gatehouse.identity.entity.FactorKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * How fresh the proof of a person is.
 *
 * @param until when it is fresh no more; empty when it is not fresh now
 * @param factors that a new proof consists of
 */
public record StepUpState(Optional<Instant> until, Set<FactorKind> factors) {
    public StepUpState {
        factors = Set.copyOf(factors);
    }
}
