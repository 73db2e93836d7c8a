package gatehouse.policy.control;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.ChangeClock;
import gatehouse.policy.entity.PolicyVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The estates that are in memory, one for each organisation that asked. */
@ApplicationScoped
public class Estates {
    private final Map<OrganisationId, Estate> estates = new ConcurrentHashMap<>();
    private ChangeClock changes;

    protected Estates() {}

    @Inject
    Estates(ChangeClock changes) {
        this.changes = changes;
    }

    /** What the database is at. */
    public PolicyVersion versions(Scope scope) {
        Map<String, Long> known = changes.versions(scope);
        return new PolicyVersion(
                known.getOrDefault("inventory", 0L),
                known.getOrDefault("vault", 0L),
                known.getOrDefault(PermissionRows.CONTEXT, 0L));
    }

    public Optional<Estate> known(Scope scope) {
        return Optional.ofNullable(estates.get(scope.organisation()));
    }

    /** Catches up; others who need the same organisation wait and find it done. */
    public Estate renewed(Scope scope, UnaryOperator<Estate> catchUp) {
        return estates.compute(
                scope.organisation(), (organisation, old) -> catchUp.apply(old == null ? Estate.empty() : old));
    }
}
