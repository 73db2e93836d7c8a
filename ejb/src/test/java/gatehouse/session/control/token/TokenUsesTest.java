package gatehouse.session.control.token;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R11.44 */
class TokenUsesTest {
    private final TokenUses uses = new TokenUses();
    private final UUID signIn = UUID.randomUUID();
    private final List<String> told = new ArrayList<>();

    @Test
    void whatIsTakenBackHangsUpOnce() {
        TokenUse use = uses.begin(token());
        use.established(told::add);
        uses.issuedIn(signIn).forEach(ended -> ended.end("signed out"));
        uses.issuedIn(signIn).forEach(ended -> ended.end("again"));

        assertThat(told).containsExactly("signed out");
        assertThat(use.over()).contains("signed out");
    }

    @Test
    void whatIsTakenBackBeforeTheConnectionIsThereHangsUpAsSoonAsItIs() {
        TokenUse use = uses.begin(token());
        uses.issuedIn(signIn).forEach(ended -> ended.end("signed out"));
        assertThat(told).isEmpty();

        use.established(told::add);
        assertThat(told).containsExactly("signed out");
    }

    @Test
    void aClosedConnectionIsForgottenAndNotHungUpOn() {
        TokenUse use = uses.begin(token());
        use.close();
        use.established(told::add);

        assertThat(uses.issuedIn(signIn)).isEmpty();
        assertThat(told).isEmpty();
        assertThat(use.over()).isPresent();
    }

    @Test
    void eachIsFoundByItsTokenItsPersonAndItsSignIn() {
        ConnectionToken one = token();
        TokenUse first = uses.begin(one);
        TokenUse second = uses.begin(one);
        uses.begin(token(UUID.randomUUID()));

        assertThat(uses.of(one.id())).containsExactlyInAnyOrder(first, second);
        assertThat(uses.of(one.user())).containsExactlyInAnyOrder(first, second);
        assertThat(uses.issuedIn(signIn)).containsExactlyInAnyOrder(first, second);
    }

    private ConnectionToken token() {
        return token(signIn);
    }

    private static ConnectionToken token(UUID proof) {
        return new ConnectionToken(
                ConnectionTokenId.next(),
                UserId.next(),
                proof,
                AssetId.next(),
                new AccountRef.Manual("root"),
                "ssh",
                Optional.empty(),
                true,
                Instant.parse("2026-01-01T00:00:00Z"));
    }
}
