package gatehouse.session.control;

import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedRows;
import gatehouse.session.entity.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Keys of inbound servers; they belong to no organisation. */
@ApplicationScoped
public class ServerKeyRows implements SealedRows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    public Optional<ServerKey> find(String name) {
        return Optional.ofNullable(entities.find(ServerKey.class, name));
    }

    /** Sent at once, so that of two nodes one fails here. */
    public void add(ServerKey key) {
        entities.persist(key);
        entities.flush();
    }

    @Override
    public List<Value> old(String after, int most) {
        return entities.createQuery(
                        "select k from ServerKey k where k.name > :after and k.sealed < :current order by k.name",
                        ServerKey.class)
                .setParameter("after", after)
                .setParameter("current", Sealed.firstCurrent())
                .setMaxResults(most)
                .getResultStream()
                .map(key -> new Value(key.name(), "sealed", key.place(), key.sealed()))
                .toList();
    }

    @Override
    public void replace(Value old, Sealed fresh) {
        entities.createQuery("update ServerKey k set k.sealed = :fresh where k.name = :name and k.sealed = :old")
                .setParameter("fresh", fresh.bytes())
                .setParameter("name", old.key())
                .setParameter("old", old.sealed().bytes())
                .executeUpdate();
    }
}
