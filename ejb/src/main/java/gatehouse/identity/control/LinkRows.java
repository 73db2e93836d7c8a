package gatehouse.identity.control;

import gatehouse.identity.entity.OneTimeLink;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;

/** Rows of one-time links. Taking one deletes it: of two who come at once, one gets it. */
@ApplicationScoped
public class LinkRows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected LinkRows() {}

    LinkRows(EntityManager entities) {
        this.entities = entities;
    }

    /** The new link is the only one of its purpose. */
    public void replace(OneTimeLink link) {
        removeAll(link.purpose());
        entities.persist(link);
    }

    public Optional<OneTimeLink> find(OneTimeLink.Purpose purpose, byte[] hash, Instant now) {
        return entities.createQuery(
                        "select l from OneTimeLink l where l.purpose = :purpose and l.hash = :hash", OneTimeLink.class)
                .setParameter("purpose", purpose)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst()
                .filter(link -> link.validAt(now));
    }

    public Optional<OneTimeLink> take(OneTimeLink.Purpose purpose, byte[] hash, Instant now) {
        return find(purpose, hash, now).filter(link -> delete(link) == 1);
    }

    public void removeAll(OneTimeLink.Purpose purpose) {
        entities.createQuery("delete from OneTimeLink l where l.purpose = :purpose")
                .setParameter("purpose", purpose)
                .executeUpdate();
    }

    private int delete(OneTimeLink link) {
        entities.detach(link);
        return entities.createQuery("delete from OneTimeLink l where l.hash = :hash")
                .setParameter("hash", link.hash())
                .executeUpdate();
    }
}
