package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.identity.entity.Person;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionGuestTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SessionGuest guest = new SessionGuest(
            new SessionShare(
                    ShareId.next(),
                    new SessionId(UUID.randomUUID()),
                    new SessionShare.Inviter(
                            new OrganisationId(UUID.randomUUID()),
                            new UserId(UUID.randomUUID()),
                            "alice",
                            true,
                            NOON,
                            NOON.plusSeconds(600)),
                    ShareAccess.READ,
                    new byte[32]),
            new Person(new UserId(UUID.randomUUID()), "bob", "Bob"));

    @Test
    void nobodyComesInBeforeTheLinkWasUsed() {
        assertThat(guest.mayJoin()).isFalse();
    }

    /** R11.40: what the dialog and the README promise. */
    @Test
    void whoUsedTheLinkComesBackWithoutIt() {
        guest.redeem(NOON);
        guest.joined(NOON);
        guest.left(NOON.plusSeconds(1), 0);

        assertThat(guest.mayJoin()).isTrue();
        assertThatThrownBy(() -> guest.redeem(NOON.plusSeconds(2)))
                .hasMessageContaining("you come back to the session without it");
    }

    @Test
    void whoWasTakenOffTheListDoesNotComeBack() {
        guest.redeem(NOON);
        guest.remove(NOON.plusSeconds(1));

        assertThat(guest.mayJoin()).isFalse();
    }
}
