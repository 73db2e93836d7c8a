package gatehouse.identity.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Who somebody claims to be, before it is proved. An unknown name gives one too, which no factor ever fits (R4.1).
 *
 * @param usable known, active and not expired
 * @param factors enrolled beside the password
 * @param passwordChangedAt the password that they prove is the one of then; empty when there is none
 */
public record Candidate(
        UserId user,
        OrganisationId organisation,
        String username,
        boolean usable,
        Set<FactorKind> factors,
        boolean passwordMustChange,
        String locale,
        Optional<Instant> passwordChangedAt) {
    public Candidate {
        factors = Set.copyOf(factors);
    }
}
