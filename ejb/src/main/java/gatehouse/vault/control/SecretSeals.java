package gatehouse.vault.control;

import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedRows;
import gatehouse.vault.entity.SealedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Stored secrets in an old layout, of all organisations. */
@ApplicationScoped
public class SecretSeals implements SealedRows {
    private static final String SEALED = "sealed";
    private static final String PASSPHRASE = "sealedPassphrase";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected SecretSeals() {}

    @Override
    public List<Value> old(String after, int most) {
        return entities.createQuery(
                        "select s from SealedSecret s where s.id > :after"
                                + " and (s.sealed < :current or s.sealedPassphrase < :current) order by s.id",
                        SealedSecret.class)
                .setParameter("after", after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after))
                .setParameter("current", Sealed.firstCurrent())
                .setMaxResults(most)
                .getResultStream()
                .flatMap(SecretSeals::values)
                .toList();
    }

    private static Stream<Value> values(SealedSecret row) {
        String key = row.id().toString();
        return Stream.concat(
                        Stream.of(new Value(key, SEALED, row.valuePlace(), row.sealed())),
                        row
                                .sealedPassphrase()
                                .map(kept -> new Value(key, PASSPHRASE, row.passphrasePlace(), kept))
                                .stream())
                .filter(value -> !value.sealed().isCurrent());
    }

    @Override
    public void replace(Value old, Sealed fresh) {
        entities.createQuery("update SealedSecret s set s." + old.column() + " = :fresh where s.id = :id and s."
                        + old.column() + " = :old")
                .setParameter("fresh", fresh.bytes())
                .setParameter("id", UUID.fromString(old.key()))
                .setParameter("old", old.sealed().bytes())
                .executeUpdate();
    }
}
