package gatehouse.session.control;

import gatehouse.session.entity.ServerKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Keys of inbound servers; they belong to no organisation. */
@ApplicationScoped
public class ServerKeyRows {
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
}
