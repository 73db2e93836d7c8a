package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.control.Attempt.Outcome;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AttemptTest {
    private int looked;

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
        assertThat(guess(attempt, "one")).isEqualTo(Outcome.WRONG);
        assertThat(guess(attempt, "two")).isEqualTo(Outcome.WRONG);
        assertThat(guess(attempt, "one")).isEqualTo(Outcome.WRONG_AGAIN);
        assertThat(guess(attempt(Set.of()), "one")).isEqualTo(Outcome.WRONG);
    }

    @Test
    void whatIsWrongAgainCostsNoHash() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD));
        for (int i = 0; i < 5; i++) {
            guess(attempt, "one");
        }
        assertThat(looked).isEqualTo(1);

        attempt.show(FactorKind.TOTP, Optional.empty(), this::look);
        assertThat(looked).as("a code may not come first").isEqualTo(1);
    }

    @Test
    void whatIsRightPasses() {
        Attempt attempt = attempt(Set.of(FactorKind.PASSWORD));

        assertThat(attempt.show(FactorKind.PASSWORD, Optional.of(Secret.ofString("right")), () -> true))
                .isEqualTo(Outcome.RIGHT);
        assertThat(attempt.passed()).containsExactly(FactorKind.PASSWORD);
    }

    private Outcome guess(Attempt attempt, String password) {
        return attempt.show(FactorKind.PASSWORD, Optional.of(Secret.ofString(password)), this::look);
    }

    private boolean look() {
        looked++;
        return false;
    }

    private static Attempt attempt(Set<FactorKind> enrolled) {
        Candidate who =
                new Candidate(UserId.next(), Organisation.FIRST, "alice", true, enrolled, false, "", Optional.empty());
        return new Attempt(new SignInOrigin("ssh", "192.0.2.7", ""), who, Set.of());
    }
}
