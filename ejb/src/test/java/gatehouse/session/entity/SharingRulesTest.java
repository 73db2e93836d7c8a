package gatehouse.session.entity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.kernel.UserId;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R11.40 */
class SharingRulesTest {
    private static final SharingRules RULES = new SharingRules(true, Duration.ofHours(2), 3);

    @Test
    void anInvitationIsOpenForAWhileThatIsBounded() {
        assertThatCode(() -> RULES.requireWithin(invitation(1, Duration.ofHours(2)), 0))
                .doesNotThrowAnyException();
        refuses(invitation(1, Duration.ofHours(2).plusSeconds(1)), 0, "at most 120 minutes");
        refuses(invitation(1, Duration.ZERO), 0, "at most 120 minutes");
        refuses(invitation(1, Duration.ofMinutes(-1)), 0, "at most 120 minutes");
    }

    @Test
    void aSessionHasSomeGuestsAndNotTooMany() {
        refuses(invitation(0, Duration.ofHours(1)), 0, "at least one person");
        assertThatCode(() -> RULES.requireWithin(invitation(2, Duration.ofHours(1)), 1))
                .doesNotThrowAnyException();
        refuses(invitation(2, Duration.ofHours(1)), 2, "at most 3");
    }

    @Test
    void sharingCanBeSwitchedOff() {
        assertThatCode(RULES::requireAllowed).doesNotThrowAnyException();
        assertThatThrownBy(() -> new SharingRules(false, Duration.ofHours(2), 3).requireAllowed())
                .hasMessageContaining("switched off");
    }

    private static void refuses(Invitation wanted, long invited, String why) {
        assertThatThrownBy(() -> RULES.requireWithin(wanted, invited)).hasMessageContaining(why);
    }

    private static Invitation invitation(int people, Duration open) {
        Set<UserId> users = new HashSet<>();
        for (int i = 0; i < people; i++) {
            users.add(UserId.next());
        }
        return new Invitation(users, ShareAccess.READ, open);
    }
}
