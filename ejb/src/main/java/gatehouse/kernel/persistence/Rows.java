package gatehouse.kernel.persistence;

import gatehouse.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * The one way to rows that belong to an organisation: {@code rows.in(caller.scope()).find(Asset.class, id.value())}. Injected into
 * classes of {@code control}; used inside a transaction that the boundary began.
 */
@ApplicationScoped
public class Rows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected Rows() {}

    /** For tests, which bring their own persistence unit. */
    public Rows(EntityManager entities) {
        this.entities = entities;
    }

    public ScopedRows in(Scope scope) {
        return new ScopedRows(entities, scope.organisation());
    }
}
