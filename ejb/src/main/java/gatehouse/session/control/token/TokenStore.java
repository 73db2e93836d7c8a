package gatehouse.session.control.token;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
import gatehouse.policy.entity.AccountRef;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.entity.AccountId;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.infinispan.Cache;

/**
 * Tokens in the cache {@code tokens}: {@code connection/<id>} → JSON with the value's SHA-256. Whoever has many, or comes when there are
 * many, is refused; a cache that forgets would take away what others were given.
 */
@ApplicationScoped
public class TokenStore {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Of one person, not used up yet. */
    static final int MOST_OF_PERSON = 50;

    /** Of everybody: 60 MiB when each has the longest secret. */
    static final int MOST = 10_000;

    private static final String PREFIX = "connection/";
    private static final String MANUAL = "@INPUT";
    private static final String SAME = "@USER";

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/tokens")
    private Cache<String, String> cache;

    /** The token's id, a dot and 192 random bits as text; the caller closes it. */
    public static Secret newValue(ConnectionTokenId id) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String text = id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        return Secret.owning(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** @throws gatehouse.kernel.ProblemException {@code TOO_MANY_OPEN} */
    public synchronized void put(ConnectionToken token, Secret value, Instant now) {
        requireRoom(cache, token.user());
        long life = Duration.between(now, token.expiresAt()).toMillis();
        cache.put(PREFIX + token.id(), write(token, hash(value)), Math.max(1, life), TimeUnit.MILLISECONDS);
    }

    static void requireRoom(ConcurrentMap<String, String> cache, UserId user) {
        if (cache.size() >= MOST) {
            throw SessionProblem.TOO_MANY_OPEN.problem(
                    "there are too many connection tokens on this server; try again in five minutes");
        }
        long mine = cache.entrySet().stream()
                .filter(entry -> isOf(entry, "user", user.toString()))
                .count();
        if (mine >= MOST_OF_PERSON) {
            throw SessionProblem.TOO_MANY_OPEN.problem("you have " + MOST_OF_PERSON
                    + " connection tokens that are not used up; expire one, or wait until one has expired");
        }
    }

    public Optional<ConnectionToken> find(ConnectionTokenId id) {
        return Optional.ofNullable(cache.get(PREFIX + id)).map(text -> read(id, object(text)));
    }

    public void remove(ConnectionTokenId id) {
        cache.remove(PREFIX + id);
    }

    /** All that somebody has. */
    public void removeOf(UserId user) {
        removeOf(cache, user);
    }

    static void removeOf(ConcurrentMap<String, String> cache, UserId user) {
        removeWhere(cache, "user", user.toString());
    }

    /** All that were issued in one sign-in, or by one bearer token. */
    public void removeIssuedIn(UUID proof) {
        removeIssuedIn(cache, proof);
    }

    static void removeIssuedIn(ConcurrentMap<String, String> cache, UUID proof) {
        removeWhere(cache, "proof", proof.toString());
    }

    private static void removeWhere(ConcurrentMap<String, String> cache, String field, String value) {
        cache.entrySet().removeIf(entry -> isOf(entry, field, value));
    }

    private static boolean isOf(Map.Entry<String, String> entry, String field, String value) {
        return entry.getKey().startsWith(PREFIX)
                && entry.getValue().contains(value)
                && object(entry.getValue()).getString(field).equals(value);
    }

    /** The token that this value opens; a single-use one is gone then. */
    public Optional<ConnectionToken> redeem(ConnectionTokenId id, Secret value, Instant now) {
        return redeem(cache, id, value, now);
    }

    static Optional<ConnectionToken> redeem(
            ConcurrentMap<String, String> cache, ConnectionTokenId id, Secret value, Instant now) {
        String text = cache.get(PREFIX + id);
        JsonObject stored = object(text == null ? "{\"hash\":\"\"}" : text);
        boolean right = MessageDigest.isEqual(
                hash(value).getBytes(StandardCharsets.US_ASCII),
                stored.getString("hash").getBytes(StandardCharsets.US_ASCII));
        if (text == null || !right) {
            return Optional.empty();
        }
        ConnectionToken token = read(id, stored);
        boolean mine = token.reusable() || cache.remove(PREFIX + id, text);
        return mine && !token.hasExpired(now) ? Optional.of(token) : Optional.empty();
    }

    static String write(ConnectionToken token, String hash) {
        String account = switch (token.account()) {
            case AccountRef.Stored stored -> stored.id().toString();
            case AccountRef.SameName same -> SAME;
            case AccountRef.Manual manual -> MANUAL + manual.username();
        };
        return Json.createObjectBuilder()
                .add("hash", hash)
                .add("user", token.user().toString())
                .add("proof", token.proof().toString())
                .add("asset", token.asset().toString())
                .add("account", account)
                .add("protocol", token.protocol())
                .add("typed", token.typed().map(Sealed::base64).orElse(""))
                .add("reusable", token.reusable())
                .add("expires", token.expiresAt().toString())
                .build()
                .toString();
    }

    private static ConnectionToken read(ConnectionTokenId id, JsonObject stored) {
        return new ConnectionToken(
                id,
                UserId.parse(stored.getString("user")),
                UUID.fromString(stored.getString("proof")),
                AssetId.parse(stored.getString("asset")),
                account(stored.getString("account")),
                stored.getString("protocol"),
                typed(stored.getString("typed")),
                stored.getBoolean("reusable"),
                Instant.parse(stored.getString("expires")));
    }

    private static Optional<Sealed> typed(String text) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Sealed(Base64.getDecoder().decode(text)));
    }

    private static AccountRef account(String text) {
        if (text.startsWith(MANUAL)) {
            return new AccountRef.Manual(text.substring(MANUAL.length()));
        }
        return SAME.equals(text)
                ? new AccountRef.SameName()
                : new AccountRef.Stored(new AccountId(UUID.fromString(text)));
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    static String hash(Secret value) {
        byte[] bytes = value.bytes();
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
