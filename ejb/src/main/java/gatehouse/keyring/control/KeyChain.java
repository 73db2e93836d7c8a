package gatehouse.keyring.control;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Uuid7;
import gatehouse.keyring.entity.KeyEncryptionKey;
import gatehouse.keyring.entity.KeyringProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Finds and makes key-encryption keys. Unwrapped ones stay in memory: there are a few for each organisation and month. */
@ApplicationScoped
public class KeyChain {
    private final Map<UUID, Unwrapped> unwrapped = new ConcurrentHashMap<>();
    private final Map<String, UUID> current = new ConcurrentHashMap<>();
    private MasterKey master;
    private KeyRows rows;
    private Clock clock;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Unwrapped(UUID owner, byte[] key) {}

    protected KeyChain() {}

    @Inject
    KeyChain(MasterKey master, KeyRows rows, Clock clock) {
        this.master = master;
        this.rows = rows;
        this.clock = clock;
    }

    /** The key under which {@code owner} seals this month; made when it is the first. */
    UUID current(UUID owner) {
        String month = YearMonth.now(clock.withZone(ZoneOffset.UTC)).toString();
        return current.computeIfAbsent(owner + month, ignored -> findOrMake(owner, month));
    }

    /** @throws gatehouse.kernel.ProblemException {@code SEAL_BROKEN} when {@code owner} has no such key */
    byte[] key(UUID id, UUID owner) {
        Unwrapped found = unwrapped.computeIfAbsent(
                id,
                wanted -> rows.find(wanted)
                        .map(row -> new Unwrapped(row.owner(), unwrap(row)))
                        .orElseThrow(
                                () -> KeyringProblem.SEAL_BROKEN.problem("sealed under an unknown key " + wanted)));
        if (!found.owner().equals(owner)) {
            throw KeyringProblem.SEAL_BROKEN.problem(
                    "a sealed value belongs to another organisation than its row; store it anew");
        }
        return found.key();
    }

    /** @throws gatehouse.kernel.ProblemException {@code MASTER_KEY_WRONG, MASTER_KEY_MISSING} when this database was sealed under another */
    public void requireMatchingMaster() {
        rows.findOldest().ifPresent(this::unwrap);
    }

    private UUID findOrMake(UUID owner, String month) {
        return rows.find(owner, month).map(KeyEncryptionKey::id).orElseGet(() -> make(owner, month));
    }

    private UUID make(UUID owner, String month) {
        UUID id = Uuid7.next();
        byte[] wrapped = Gcm.encrypt(wrapping(), associated(id, owner), Gcm.random(MasterKey.LENGTH));
        try {
            rows.add(new KeyEncryptionKey(id, owner, month, wrapped, clock.instant()));
            return id;
        } catch (PersistenceException e) {
            // another node was first: its key is the one
            return rows.find(owner, month).map(KeyEncryptionKey::id).orElseThrow(() -> e);
        }
    }

    private byte[] unwrap(KeyEncryptionKey key) {
        try {
            return Gcm.decrypt(wrapping(), associated(key.id(), key.owner()), key.wrapped());
        } catch (ProblemException e) {
            throw KeyringProblem.MASTER_KEY_WRONG.problem(
                    "the master key is not the one that this database was sealed with; restore keys/master.key", e);
        }
    }

    private byte[] wrapping() {
        return master.derive("key-encryption key");
    }

    private static byte[] associated(UUID id, UUID owner) {
        return ("key-encryption key " + id + " of " + owner).getBytes(StandardCharsets.UTF_8);
    }
}
