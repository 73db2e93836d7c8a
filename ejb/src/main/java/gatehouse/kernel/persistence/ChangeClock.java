package gatehouse.kernel.persistence;

import gatehouse.kernel.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the changes of an organisation's rows, one counter for each context. A change takes the next version and writes it on its
 * rows; the counter stays locked until the commit, so that versions become visible in their order and a reader that knows version
 * n finds everything it misses by {@code changed > n}.
 */
@ApplicationScoped
public class ChangeClock {
    private Rows rows;

    protected ChangeClock() {}

    @Inject
    public ChangeClock(Rows rows) {
        this.rows = rows;
    }

    /** The version of the change that is being made; changes of the same context wait here for each other. */
    public long next(Scope scope, String context) {
        var own = rows.in(scope);
        own.flush();
        own.sql("insert into gatehouse.change_clock (organisation, context, version)"
                        + " values (:organisation, :context, 0) on conflict do nothing")
                .setParameter("context", context)
                .executeUpdate();
        own.sql("update gatehouse.change_clock set version = version + 1"
                        + " where organisation = :organisation and context = :context")
                .setParameter("context", context)
                .executeUpdate();
        return versions(scope).get(context);
    }

    /** Remembers in which version of its context a part of it changed last. Asked while that version is being made. */
    public void mark(Scope scope, String part, long version) {
        var own = rows.in(scope);
        own.sql("insert into gatehouse.change_clock (organisation, context, version)"
                        + " values (:organisation, :context, 0) on conflict do nothing")
                .setParameter("context", part)
                .executeUpdate();
        own.sql("update gatehouse.change_clock set version = :version"
                        + " where organisation = :organisation and context = :context")
                .setParameter("version", version)
                .setParameter("context", part)
                .executeUpdate();
    }

    /** Context → version of its last change; contexts without a change are absent. */
    public Map<String, Long> versions(Scope scope) {
        List<?> found = rows.in(scope)
                .sql("select context, version from gatehouse.change_clock where organisation = :organisation")
                .getResultList();
        Map<String, Long> versions = new HashMap<>();
        for (Object row : found) {
            Object[] columns = (Object[]) row;
            versions.put((String) columns[0], ((Number) columns[1]).longValue());
        }
        return versions;
    }
}
