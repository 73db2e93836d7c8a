package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConnectionTokenTest {
    private static final Instant END = Instant.parse("2026-01-01T00:05:00Z");

    private final ConnectionToken token = new ConnectionToken(
            ConnectionTokenId.next(),
            UserId.next(),
            UUID.randomUUID(),
            AssetId.next(),
            new AccountRef.Manual("root"),
            "ssh",
            Optional.empty(),
            true,
            END);

    /** R11.46 */
    @Test
    void nothingNewIsOpenedByAnExpiredToken() {
        assertThatCode(() -> token.requireNotExpired(END.minusMillis(1))).doesNotThrowAnyException();
        assertThatThrownBy(() -> token.requireNotExpired(END))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("has expired");
    }
}
