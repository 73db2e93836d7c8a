package gatehouse.session.control.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import gatehouse.session.entity.SessionProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;

/** R11.40 to R11.43. */
class TokenStoreTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final ConcurrentMap<String, String> cache = new ConcurrentHashMap<>();
    private final ConnectionTokenId id = ConnectionTokenId.next();

    @Test
    void singleUseTokenWorksOnce() {
        Secret value = stored(false);
        assertThat(redeem(value, NOW)).isPresent();
        assertThat(redeem(value, NOW)).isEmpty();
    }

    @Test
    void reusableTokenWorksUntilItExpires() {
        Secret value = stored(true);
        assertThat(redeem(value, NOW)).isPresent();
        assertThat(redeem(value, NOW.plusSeconds(59))).isPresent();
        assertThat(redeem(value, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void wrongValueIsRefusedAndUsesNothingUp() {
        Secret value = stored(false);
        assertThat(redeem(Secret.ofString(id + ".guess"), NOW)).isEmpty();
        assertThat(redeem(value, NOW)).isPresent();
    }

    @Test
    void valueIsNotKept() {
        Secret value = stored(true);
        assertThat(cache.values())
                .noneMatch(text -> text.contains(value.asString().substring(37)));
    }

    @Test
    void allOfOnePersonGoTogether() {
        UserId leaver = UserId.next();
        ConnectionTokenId theirs = ConnectionTokenId.next();
        Secret gone = stored(theirs, leaver, true);
        Secret stays = stored(true);
        cache.put("another", "no token at all");
        TokenStore.removeOf(cache, leaver);

        assertThat(TokenStore.redeem(cache, theirs, gone, NOW)).isEmpty();
        assertThat(redeem(stays, NOW)).isPresent();
    }

    @Test
    void allThatOneSignInIssuedGoTogether() {
        UUID ended = UUID.randomUUID();
        ConnectionTokenId first = ConnectionTokenId.next();
        Secret gone = stored(first, UserId.next(), ended, true);
        Secret stays = stored(true);
        TokenStore.removeIssuedIn(cache, ended);

        assertThat(TokenStore.redeem(cache, first, gone, NOW)).isEmpty();
        assertThat(redeem(stays, NOW)).isPresent();
    }

    @Test
    void nobodyHasMoreThanFiftyThatAreNotUsedUp() {
        UserId greedy = UserId.next();
        for (int i = 0; i < 49; i++) {
            stored(ConnectionTokenId.next(), greedy, false);
        }
        Secret last = stored(id, greedy, false);

        assertThatThrownBy(() -> TokenStore.requireRoom(cache, greedy))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(SessionProblem.TOO_MANY_OPEN));
        assertThatCode(() -> TokenStore.requireRoom(cache, UserId.next())).doesNotThrowAnyException();

        redeem(last, NOW);
        assertThatCode(() -> TokenStore.requireRoom(cache, greedy)).doesNotThrowAnyException();
    }

    @Test
    void whoComesWhenThereAreTooManyIsRefusedAndTakesNothingFromAnybody() {
        Secret first = stored(true);
        for (int i = 1; i < TokenStore.MOST; i++) {
            cache.put("connection/" + i, "{\"user\":\"somebody\"}");
        }

        assertThatThrownBy(() -> TokenStore.requireRoom(cache, UserId.next()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("try again");
        assertThat(redeem(first, NOW)).isPresent();
    }

    private Optional<ConnectionToken> redeem(Secret value, Instant at) {
        return TokenStore.redeem(cache, id, value, at);
    }

    private Secret stored(boolean reusable) {
        return stored(id, UserId.next(), reusable);
    }

    private Secret stored(ConnectionTokenId id, UserId user, boolean reusable) {
        return stored(id, user, UUID.randomUUID(), reusable);
    }

    private Secret stored(ConnectionTokenId id, UserId user, UUID proof, boolean reusable) {
        ConnectionToken token = new ConnectionToken(
                id,
                user,
                proof,
                AssetId.next(),
                new AccountRef.Manual("root"),
                "ssh",
                Optional.empty(),
                reusable,
                NOW.plus(Duration.ofMinutes(1)));
        Secret value = TokenStore.newValue(id);
        cache.put("connection/" + id, TokenStore.write(token, TokenStore.hash(value)));
        return value;
    }
}
