package gatehouse.identity.control;

import gatehouse.identity.entity.Credentials;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keys of one-time codes in an old layout. Whoever signs in at this very moment may write the old value back, which is the same key:
 * the next start finds it.
 */
@ApplicationScoped
public class TotpSeals implements SealedRows {
    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected TotpSeals() {}

    @Override
    public List<Value> old(String after, int most) {
        return entities.createQuery(
                        "select c from Credentials c where c.userId > :after"
                                + " and (c.totpKey < :current or c.totpPendingKey < :current) order by c.userId",
                        Credentials.class)
                .setParameter("after", after.isEmpty() ? new UUID(0, 0) : UUID.fromString(after))
                .setParameter("current", Sealed.firstCurrent())
                .setMaxResults(most)
                .getResultStream()
                .flatMap(row -> Stream.concat(
                        value(row, "totpKey", row.totpKey()), value(row, "totpPendingKey", row.totpPendingKey())))
                .toList();
    }

    private static Stream<Value> value(Credentials row, String column, Optional<Sealed> sealed) {
        return sealed.filter(kept -> !kept.isCurrent()).stream()
                .map(kept -> new Value(row.user().toString(), column, TotpCodes.place(row), kept));
    }

    @Override
    public void replace(Value old, Sealed fresh) {
        entities.createQuery("update Credentials c set c." + old.column() + " = :fresh where c.userId = :id and c."
                        + old.column() + " = :old")
                .setParameter("fresh", fresh.bytes())
                .setParameter("id", UUID.fromString(old.key()))
                .setParameter("old", old.sealed().bytes())
                .executeUpdate();
    }
}
