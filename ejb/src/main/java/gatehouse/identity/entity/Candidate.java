package gatehouse.identity.entity;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.util.Set;

/**
 * Who somebody claims to be, before it is proved. An unknown name gives one too, which no factor ever fits (R4.1).
 *
 * @param usable known, active and not expired
 * @param factors enrolled beside the password
 */
public record Candidate(
        UserId user,
        OrganisationId organisation,
        String username,
        boolean usable,
        Set<FactorKind> factors,
        boolean passwordMustChange,
        String locale) {
    public Candidate {
        factors = Set.copyOf(factors);
    }
}
