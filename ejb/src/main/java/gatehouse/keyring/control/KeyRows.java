package gatehouse.keyring.control;

import gatehouse.keyring.entity.KeyEncryptionKey;
import gatehouse.keyring.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of keys. Writing has its own transaction: a key outlives the failure of the work for which it was made. */
@ApplicationScoped
public class KeyRows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected KeyRows() {}

    KeyRows(EntityManager entities) {
        this.entities = entities;
    }

    Optional<KeyEncryptionKey> find(UUID id) {
        return Optional.ofNullable(entities.find(KeyEncryptionKey.class, id));
    }

    Optional<KeyEncryptionKey> find(UUID owner, String month) {
        return entities.createQuery(
                        "select k from KeyEncryptionKey k where k.owner = :owner and k.month = :month",
                        KeyEncryptionKey.class)
                .setParameter("owner", owner)
                .setParameter("month", month)
                .getResultStream()
                .findFirst();
    }

    Optional<KeyEncryptionKey> findOldest() {
        return entities.createQuery(
                        "select k from KeyEncryptionKey k order by k.createdAt, k.id", KeyEncryptionKey.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    List<SigningKey> listSigningKeys() {
        return entities.createQuery("select k from SigningKey k order by k.createdAt desc, k.id desc", SigningKey.class)
                .getResultList();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void add(Object key) {
        entities.persist(key);
        entities.flush();
    }
}
