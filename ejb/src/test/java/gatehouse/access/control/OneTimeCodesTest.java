package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.control.OneTimeCodes.Place;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.Organisation;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.TotpRemoved;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R10.8 */
class OneTimeCodesTest {
    private static final Candidate ALICE = named("alice");
    private static final Candidate BOB = named("bob");
    private static final String RIGHT = "123456";
    private static final AuditEvent.Actor SOMEBODY =
            AuditEvent.Actor.unknown(Organisation.FIRST, "alice", "192.0.2.7", "web");

    private final TurnedClock clock = new TurnedClock();
    private final TestingAuditLog log = new TestingAuditLog();
    private final AtomicInteger looked = new AtomicInteger();
    private final AtInstant together = new AtInstant();
    private Runnable meeting = () -> {};
    private final OneTimeCodes codes = new OneTimeCodes(new KnownFactors(), new CountsInMemory(), log, clock);

    @Test
    void aPersonsWrongCodesBarTheirCodes() {
        guess(OneTimeCodes.MOST_WRONG - 1);
        assertThat(codes.barred(Place.SIGN_IN, ALICE.user())).isFalse();
        guess(1);

        assertThat(codes.barred(Place.SIGN_IN, ALICE.user())).isTrue();
        assertThat(show(Place.SIGN_IN, ALICE, RIGHT)).isFalse();
        assertThat(looked.get()).isEqualTo(OneTimeCodes.MOST_WRONG);
    }

    @Test
    void nobodyElseIsBarredByThemAndNobodyWhoIsSignedIn() {
        guess(OneTimeCodes.MOST_WRONG);

        assertThat(show(Place.SIGN_IN, BOB, RIGHT)).isTrue();
        assertThat(show(Place.STEP_UP, ALICE, RIGHT)).isTrue();
    }

    @Test
    void theAuditLogIsToldOnce() {
        guess(OneTimeCodes.MOST_WRONG + 5);

        assertThat(log.told).extracting(AuditEvent::type).containsExactly("second-factor.barred");
        assertThat(log.told.getFirst().fields().toString()).contains("SIGN_IN", "24");
    }

    @Test
    void thePersonsOwnSuccessGivesAGuesserNoNewStart() {
        guess(OneTimeCodes.MOST_WRONG - 1);
        assertThat(show(Place.SIGN_IN, ALICE, RIGHT)).isTrue();
        guess(1);

        assertThat(codes.barred(Place.SIGN_IN, ALICE.user())).isTrue();
    }

    @Test
    void theBarEndsByItself() {
        guess(OneTimeCodes.MOST_WRONG);
        clock.pass(OneTimeCodes.WINDOW);

        assertThat(show(Place.SIGN_IN, ALICE, RIGHT)).isTrue();
    }

    @Test
    void aNewPasswordEndsTheBar() {
        guess(OneTimeCodes.MOST_WRONG);
        codes.passwordChanged(new PasswordChanged(ALICE.user(), new UUID(0, 0)));

        assertThat(show(Place.SIGN_IN, ALICE, RIGHT)).isTrue();
    }

    @Test
    void removingTheSecondFactorEndsTheBar() {
        guess(OneTimeCodes.MOST_WRONG);
        codes.removed(new TotpRemoved(ALICE.user()));

        assertThat(codes.barred(Place.SIGN_IN, ALICE.user())).isFalse();
    }

    @Test
    void guessesAtTheSameTimeAreNoMoreThanOneAfterTheOther() throws InterruptedException {
        meeting = together::meet;
        together.run(5 * OneTimeCodes.MOST_WRONG, _ -> show(Place.SIGN_IN, ALICE, "000000"));

        assertThat(looked.get()).isEqualTo(OneTimeCodes.MOST_WRONG);
    }

    private void guess(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(show(Place.SIGN_IN, ALICE, "000000")).isFalse();
        }
    }

    private boolean show(Place place, Candidate who, String code) {
        return codes.show(place, who, Secret.ofString(code), type -> AuditEvent.of(type, SOMEBODY));
    }

    private static Candidate named(String username) {
        Set<FactorKind> enrolled = Set.of(FactorKind.PASSWORD, FactorKind.TOTP);
        return new Candidate(UserId.next(), Organisation.FIRST, username, true, enrolled, false, "", Optional.empty());
    }

    private final class KnownFactors extends Factors {
        @Override
        public boolean totp(Candidate candidate, Secret code) {
            looked.incrementAndGet();
            meeting.run();
            return code.asString().equals(RIGHT);
        }
    }
}
