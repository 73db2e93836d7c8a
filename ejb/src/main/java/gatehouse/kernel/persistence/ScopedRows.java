package gatehouse.kernel.persistence;

import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of one organisation, and no others. Belongs to the transaction in which {@link Rows#in} was called. */
public final class ScopedRows {
    private static final String PARAMETER = "organisation";

    private final EntityManager entities;
    private final OrganisationId organisation;

    ScopedRows(EntityManager entities, OrganisationId organisation) {
        this.entities = entities;
        this.organisation = organisation;
    }

    public <T extends Owned> Optional<T> find(Class<T> type, UUID id) {
        return Optional.ofNullable(entities.find(type, id))
                .filter(row -> row.organisation().equals(organisation));
    }

    /** One page; the scope is added to {@code criteria}. */
    public <T extends Owned> Page<T> page(Listing<T> listing, PageRequest request, List<Criterion<T>> criteria) {
        List<Criterion<T>> all = new ArrayList<>(criteria);
        all.add(Criterion.equal(PARAMETER, organisation.value()));
        return new PageQuery<>(entities, listing, all).read(request);
    }

    /** @param jpql names {@code :organisation}, which is bound here */
    public <T> TypedQuery<T> query(Class<T> result, String jpql) {
        requireScope(jpql);
        return entities.createQuery(jpql, result).setParameter(PARAMETER, organisation.value());
    }

    /** Update or delete of many rows; {@code jpql} names {@code :organisation}, which is bound here. */
    public Query change(String jpql) {
        requireScope(jpql);
        return entities.createQuery(jpql).setParameter(PARAMETER, organisation.value());
    }

    /** SQL names tables with their schema ({@code gatehouse.policy_permission}) and {@code :organisation}, which is bound here. */
    public Query sql(String sql) {
        requireScope(sql);
        return entities.createNativeQuery(sql).setParameter(PARAMETER, organisation.value());
    }

    public <T extends Owned> T add(T row) {
        requireOwn(row);
        entities.persist(row);
        return row;
    }

    public <T extends Owned> void remove(T row) {
        requireOwn(row);
        entities.remove(row);
    }

    /** Sends what is pending, so that the database's constraints speak now. */
    public void flush() {
        entities.flush();
    }

    private void requireOwn(Owned row) {
        if (!row.organisation().equals(organisation)) {
            throw new IllegalArgumentException("a row of another organisation");
        }
    }

    private static void requireScope(String text) {
        if (!text.contains(":" + PARAMETER)) {
            throw new IllegalArgumentException("a query of an organisation's rows names :" + PARAMETER);
        }
    }
}
