package gatehouse.session.control;

import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.Scope;
import gatehouse.kernel.persistence.Criterion;
import gatehouse.kernel.persistence.Listing;
import gatehouse.kernel.persistence.Rows;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionFilter;
import gatehouse.session.entity.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Session rows. */
@ApplicationScoped
public class SessionRows {
    private static final Listing<Session> LISTING = new Listing<>(
            Session.class,
            List.of("username", "assetName", "accountName", "address", "command"),
            Map.of(
                    "startedAt", "startedAt",
                    "endedAt", "endedAt",
                    "username", "username",
                    "assetName", "assetName",
                    "accountName", "accountName"),
            new PageRequest.Order("startedAt", true));

    @Inject
    private Rows rows;

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    public void add(Session session) {
        entities.persist(session);
    }

    public Optional<Session> find(Scope scope, SessionId id) {
        return rows.in(scope).find(Session.class, id.value());
    }

    public Page<Session> page(Scope scope, SessionFilter filter, PageRequest request) {
        List<Criterion<Session>> criteria = new ArrayList<>();
        filter.user().ifPresent(user -> criteria.add(Criterion.equal("userId", user.value())));
        filter.asset().ifPresent(asset -> criteria.add(Criterion.equal("asset", asset.value())));
        filter.protocol().ifPresent(protocol -> criteria.add(Criterion.equal("protocol", protocol)));
        filter.kind().ifPresent(kind -> criteria.add(Criterion.equal("kind", kind)));
        filter.live()
                .ifPresent(live -> criteria.add((builder, root) ->
                        live ? builder.isNull(root.get("endedAt")) : builder.isNotNull(root.get("endedAt"))));
        filter.from()
                .ifPresent(from ->
                        criteria.add((builder, root) -> builder.greaterThanOrEqualTo(root.get("startedAt"), from)));
        filter.until()
                .ifPresent(until -> criteria.add((builder, root) -> builder.lessThan(root.get("startedAt"), until)));
        return rows.in(scope).page(LISTING, request, criteria);
    }

    /** Of all organisations: what a crash of this server left open. */
    public List<Session> unfinished() {
        return entities.createQuery("select s from Session s where s.endedAt is null", Session.class)
                .getResultList();
    }

    /** The last that the logs of files and tunnels know of a session. */
    public Optional<Instant> lastLogged(Session session) {
        return Stream.of("Transfer", "Tunnel")
                .map(log -> rows.in(new Scope(session.organisation()))
                        .query(
                                Instant.class,
                                "select max(l.endedAt) from " + log + " l where l.organisation = :organisation"
                                        + " and l.session = :session")
                        .setParameter("session", session.id().value())
                        .getSingleResult())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
