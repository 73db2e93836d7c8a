package gatehouse.identity.control;

import gatehouse.identity.entity.BearerToken;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.SshKey;
import gatehouse.identity.entity.SshKeyId;
import gatehouse.identity.entity.TokenId;
import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rows of SSH keys and bearer tokens; each belongs to one user, who is always part of the question. */
@ApplicationScoped
public class KeyAndTokenRows {
    private static final Duration PRECISION = Duration.ofMinutes(1);

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entities;

    protected KeyAndTokenRows() {}

    KeyAndTokenRows(EntityManager entities) {
        this.entities = entities;
    }

    public List<SshKey> listKeys(UserId user) {
        return entities.createQuery(
                        "select k from SshKey k where k.userId = :user order by k.addedAt, k.id", SshKey.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    public Optional<SshKey> findKey(UserId user, String fingerprint) {
        return entities.createQuery(
                        "select k from SshKey k where k.userId = :user and k.fingerprint = :fingerprint", SshKey.class)
                .setParameter("user", user.value())
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .findFirst();
    }

    public SshKey requireKey(UserId user, SshKeyId id) {
        return Optional.ofNullable(entities.find(SshKey.class, id.value()))
                .filter(key -> key.user().equals(user))
                .orElseThrow(() -> IdentityProblem.SSH_KEY_UNKNOWN.problem("there is no such key"));
    }

    public List<BearerToken> listTokens(UserId user) {
        return entities.createQuery(
                        "select t from BearerToken t where t.userId = :user order by t.createdAt, t.id",
                        BearerToken.class)
                .setParameter("user", user.value())
                .getResultList();
    }

    public BearerToken requireToken(UserId user, TokenId id) {
        return Optional.ofNullable(entities.find(BearerToken.class, id.value()))
                .filter(token -> token.user().equals(user))
                .orElseThrow(() -> IdentityProblem.TOKEN_UNKNOWN.problem("there is no such token"));
    }

    public Optional<BearerToken> findToken(byte[] hash) {
        return entities.createQuery("select t from BearerToken t where t.hash = :hash", BearerToken.class)
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    public Optional<BearerToken> findToken(TokenId id) {
        return Optional.ofNullable(entities.find(BearerToken.class, id.value()));
    }

    /** Remembers the minute in which a key was used. Many may use one at a time, and do not wait for each other's row. */
    public void used(SshKeyId id, Instant now) {
        used("SshKey", id.value(), now);
    }

    public void used(TokenId id, Instant now) {
        used("BearerToken", id.value(), now);
    }

    private void used(String entity, UUID id, Instant now) {
        entities.createQuery("update " + entity + " e set e.lastUsedAt = :now"
                        + " where e.id = :id and (e.lastUsedAt is null or e.lastUsedAt < :before)")
                .setParameter("now", now)
                .setParameter("id", id)
                .setParameter("before", now.minus(PRECISION))
                .executeUpdate();
    }

    /** @return those that there were */
    public List<TokenId> removeTokens(UserId user) {
        List<BearerToken> all = listTokens(user);
        all.forEach(this::remove);
        return all.stream().map(BearerToken::id).toList();
    }

    public void add(Object row) {
        entities.persist(row);
        entities.flush();
    }

    public void remove(Object row) {
        entities.remove(row);
    }
}
