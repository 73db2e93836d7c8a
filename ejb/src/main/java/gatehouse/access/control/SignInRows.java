package gatehouse.access.control;

import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInRecord;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of sign-ins. A cookie or an id finds its row whatever the organisation: it decides which one the caller has. */
@ApplicationScoped
public class SignInRows {
    private static final Listing<SignInRecord> LISTING = new Listing<>(
            SignInRecord.class,
            List.of("username", "address"),
            Map.of("startedAt", "startedAt", "username", "username", "address", "address"),
            new PageRequest.Order("startedAt", true));

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    private Rows rows;

    protected SignInRows() {}

    @Inject
    SignInRows(Rows rows) {
        this.rows = rows;
    }

    SignInRows(EntityManager entities) {
        this.entities = entities;
        this.rows = new Rows(entities);
    }

    public void add(SignInRecord row) {
        rows.in(new Scope(row.organisation())).add(row);
    }

    public Optional<SignInRecord> find(SignInId id) {
        return Optional.ofNullable(entities.find(SignInRecord.class, id.value()));
    }

    /** @throws gatehouse.kernel.ProblemException {@code SIGN_IN_UNKNOWN} */
    public SignInRecord require(Scope scope, SignInId id) {
        return rows.in(scope)
                .find(SignInRecord.class, id.value())
                .orElseThrow(() -> AccessProblem.SIGN_IN_UNKNOWN.problem("there is no such sign-in"));
    }

    public Optional<SignInRecord> findByCookie(byte[] hash) {
        return entities.createQuery("select s from SignInRecord s where s.cookieHash = :hash", SignInRecord.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    public Page<SignInRecord> page(Scope scope, PageRequest request, boolean openOnly) {
        List<Criterion<SignInRecord>> criteria =
                openOnly ? List.of((builder, root) -> builder.isNull(root.get("endedAt"))) : List.of();
        return rows.in(scope).page(LISTING, request, criteria);
    }

    public List<SignInRecord> listOpen(UserId user) {
        return entities.createQuery(
                        "select s from SignInRecord s where s.userId = :user and s.endedAt is null order by s.startedAt",
                        SignInRecord.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    /** Ends what cannot have survived: sign-ins over connections of this node, before it started. */
    public int endConnectionsOf(String node, Instant at) {
        return entities.createQuery("update SignInRecord s set s.endedAt = :at, s.endReason = 'server restarted'"
                        + " where s.node = :node and s.endedAt is null and s.endsAt is null")
                .setParameter("at", at)
                .setParameter("node", node)
                .executeUpdate();
    }
}
