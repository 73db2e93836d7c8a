package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptTest {
    @Test
    void passwordOrKeyIsEnoughWithoutASecondFactor() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD));
        attempt.pass(FactorKind.PUBLIC_KEY);

        assertThat(attempt.missing()).isEmpty();
    }

    @Test
    void aOneTimeCodeIsWantedAfterThePasswordWhereEnrolled() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD, FactorKind.TOTP));
        assertThat(attempt.mayShow(FactorKind.TOTP)).isFalse();

        attempt.pass(FactorKind.PASSWORD);
        assertThat(attempt.missing()).containsExactly(FactorKind.TOTP);
        assertThat(attempt.mayShow(FactorKind.TOTP)).isTrue();
    }

    @Test
    void aFinishedConversationTakesNothingMore() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD));
        attempt.finish();

        assertThat(attempt.mayShow(FactorKind.PASSWORD)).isFalse();
    }

    /** In one conversation; another one has to be as wary as if it were new. */
    @Test
    void whatIsWrongIsNoNewGuessTheSecondTime() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD));
        assertThat(attempt.isWrongAgain(Secret.ofString("one"))).isFalse();
        assertThat(attempt.isWrongAgain(Secret.ofString("two"))).isFalse();
        assertThat(attempt.isWrongAgain(Secret.ofString("one"))).isTrue();
        assertThat(attempt(Set.of()).isWrongAgain(Secret.ofString("one"))).isFalse();
    }

    private static Attempt attempt(Set<FactorKind> enrolled) {
        Candidate who = new Candidate(UserId.next(), Organisation.FIRST, "alice", true, enrolled, false, "");
        return new Attempt(new SignInOrigin("ssh", "192.0.2.7", ""), who, Set.of());
    }
}
