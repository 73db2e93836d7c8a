package gatehouse.keyring.control;

import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedRows;
import gatehouse.keyring.entity.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Signing keys in an old layout. */
@ApplicationScoped
public class SigningKeySeals implements SealedRows {
    private static final String SEALED = "sealedPrivateKey";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected SigningKeySeals() {}

    @Override
    public List<Value> old(String after, int most) {
        return entities.createQuery(
                        "select k from SigningKey k where k.id > :after and k.sealedPrivateKey < :current order by k.id",
                        SigningKey.class)
                .setParameter("after", after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after))
                .setParameter("current", Sealed.firstCurrent())
                .setMaxResults(most)
                .getResultStream()
                .map(key -> new Value(key.id().toString(), SEALED, Signer.place(key.id()), key.sealedPrivateKey()))
                .toList();
    }

    @Override
    public void replace(Value old, Sealed fresh) {
        entities.createQuery("update SigningKey k set k.sealedPrivateKey = :fresh where k.id = :id"
                        + " and k.sealedPrivateKey = :old")
                .setParameter("fresh", fresh.bytes())
                .setParameter("id", UUID.fromString(old.key()))
                .setParameter("old", old.sealed().bytes())
                .executeUpdate();
    }
}
