package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRecord;
import gatehouse.access.entity.SignInRules;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.IdentityProblem;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.setting.boundary.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R10.5, R10.6 and, of identity, R4.6. */
class FreshProofsTest {
    private static final SignInRules RULES = new SignInRules();
    private static final UserId ALICE = UserId.next();
    private static final String PASSWORD = "Blue-Kettle-42";
    private static final String CODE = "123456";

    private final TurnedClock clock = new TurnedClock();
    private final Map<UUID, SignInRecord> rows = new HashMap<>();
    private final Map<UUID, Instant> times = new ConcurrentHashMap<>();
    private final Set<FactorKind> enrolled = EnumSet.of(FactorKind.PASSWORD);
    private final TestingAuditLog log = new TestingAuditLog();
    private final AtomicInteger looked = new AtomicInteger();
    private final AtInstant together = new AtInstant();
    private final List<Duration> held = Collections.synchronizedList(new ArrayList<>());
    private Runnable meeting = () -> {};
    private final CountsInMemory counts = new CountsInMemory();
    private final Throttles throttles = new Throttles(counts, clock);
    private final KnownFactors factors = new KnownFactors();
    private final OneTimeCodes codes = new OneTimeCodes(factors, counts, log, clock);
    private final FreshProofs proofs = new FreshProofs(
            new KnownRows(),
            new KnownTimes(),
            new Guesses(factors, codes, throttles, new Pause(held::add), new Standard(), log),
            new Standard(),
            clock);

    @Test
    void whoeverJustSignedInWithABrowserIsFresh() {
        Caller alice = browser("192.0.2.7");
        proofs.require(alice);

        clock.pass(RULES.proof());
        assertRefused(IdentityProblem.STEP_UP_REQUIRED, () -> proofs.require(alice));
    }

    @Test
    void aSignInOverSshProvesNothingToTheBrowser() {
        assertRefused(IdentityProblem.STEP_UP_REQUIRED, () -> proofs.require(ssh()));
    }

    @Test
    void aBearerTokenIsNoProofUntilThePasswordCameWithIt() {
        Caller script = caller(UUID.randomUUID(), "192.0.2.7");
        assertRefused(IdentityProblem.STEP_UP_REQUIRED, () -> proofs.require(script));

        proofs.prove(script, Secret.ofString(PASSWORD), Optional.empty());
        proofs.require(script);
    }

    @Test
    void aProofBelongsToItsSignIn() {
        Caller here = browser("192.0.2.7");
        Caller there = browser("198.51.100.9");
        clock.pass(RULES.proof());
        proofs.prove(here, Secret.ofString(PASSWORD), Optional.empty());

        proofs.require(here);
        assertRefused(IdentityProblem.STEP_UP_REQUIRED, () -> proofs.require(there));
    }

    @Test
    void aConnectionTokenNeverProvesAnything() {
        times.put(new UUID(0, 0), clock.instant());

        assertRefused(IdentityProblem.STEP_UP_REQUIRED, () -> proofs.require(caller(new UUID(0, 0), "192.0.2.7")));
    }

    @Test
    void whereASecondFactorIsEnrolledThePasswordAloneIsNotEnough() {
        enrolled.add(FactorKind.TOTP);
        Caller alice = browser("192.0.2.7");
        assertRefused(
                AccessProblem.PROOF_WRONG, () -> proofs.prove(alice, Secret.ofString(PASSWORD), Optional.empty()));
        assertRefused(
                AccessProblem.PROOF_WRONG,
                () -> proofs.prove(alice, Secret.ofString(PASSWORD), Optional.of(Secret.ofString("000000"))));

        proofs.prove(alice, Secret.ofString(PASSWORD), Optional.of(Secret.ofString(CODE)));
    }

    @Test
    void guessesThroughAStolenSignInBarIt() {
        Caller thief = browser("192.0.2.7");
        for (int i = 0; i < RULES.pairFailures(); i++) {
            Secret guess = Secret.ofString("guess-" + i);
            assertRefused(AccessProblem.PROOF_WRONG, () -> proofs.prove(thief, guess, Optional.empty()));
        }

        assertRefused(
                IdentityProblem.TOO_MANY_FAILURES,
                () -> proofs.prove(thief, Secret.ofString(PASSWORD), Optional.empty()));
        assertThat(log.told)
                .extracting(AuditEvent::type)
                .containsOnly("step-up.refused")
                .hasSize(RULES.pairFailures());
    }

    @Test
    void changingTheAddressGivesAThiefNoMoreGuesses() {
        UUID stolen = browser("192.0.2.7").signIn();
        for (int i = 0; i < RULES.pairFailures(); i++) {
            Caller thief = caller(stolen, "10.0.0." + i);
            assertRefused(
                    IdentityProblem.PASSWORD_WRONG, () -> proofs.requirePassword(thief, Secret.ofString("guess")));
        }

        assertRefused(
                IdentityProblem.TOO_MANY_FAILURES,
                () -> proofs.requirePassword(caller(stolen, "10.0.0.99"), Secret.ofString(PASSWORD)));
    }

    /** R10.8 */
    @Test
    void whoeverKnowsThePasswordGuessesNoCodesThroughManySignIns() {
        enrolled.add(FactorKind.TOTP);
        for (int i = 0; i < OneTimeCodes.MOST_WRONG; i++) {
            Caller thief = browser("10.0.0." + i);
            assertRefused(
                    AccessProblem.PROOF_WRONG,
                    () -> proofs.prove(thief, Secret.ofString(PASSWORD), Optional.of(Secret.ofString("000000"))));
        }

        assertRefused(
                IdentityProblem.TOO_MANY_FAILURES,
                () -> proofs.prove(
                        browser("192.0.2.7"), Secret.ofString(PASSWORD), Optional.of(Secret.ofString(CODE))));
        assertThat(codes.barred(OneTimeCodes.Place.SIGN_IN, ALICE)).isFalse();
        assertThat(log.told)
                .extracting(AuditEvent::type)
                .filteredOn("second-factor.barred"::equals)
                .hasSize(1);
    }

    /** R10.8 */
    @Test
    void whoeverDoesNotKnowThePasswordBarsNobodysCodes() {
        enrolled.add(FactorKind.TOTP);
        for (int i = 0; i <= OneTimeCodes.MOST_WRONG; i++) {
            Caller thief = browser("10.0.0." + i);
            assertRefused(
                    AccessProblem.PROOF_WRONG,
                    () -> proofs.prove(thief, Secret.ofString("guess"), Optional.of(Secret.ofString("000000"))));
        }

        proofs.prove(browser("192.0.2.7"), Secret.ofString(PASSWORD), Optional.of(Secret.ofString(CODE)));
    }

    @Test
    void guessesCountAtTheSignInPageToo() {
        Caller thief = browser("192.0.2.7");
        for (int i = 0; i < RULES.pairFailures(); i++) {
            assertRefused(
                    IdentityProblem.PASSWORD_WRONG, () -> proofs.requirePassword(thief, Secret.ofString("guess")));
        }

        assertThat(throttles.barred(RULES, "alice", "192.0.2.7")).isPresent();
        assertThat(throttles.barred(RULES, "alice", "198.51.100.9")).isEmpty();
    }

    @Test
    void whoeverGetsNoTurnTakesNoPlaceFromThoseWhoAreHeld() {
        Caller thief = browser("192.0.2.7");
        for (int i = 0; i < RULES.slowAfter(); i++) {
            throttles.failed(RULES, "alice", thief.address());
        }
        assertRefused(
                IdentityProblem.TOO_MANY_FAILURES,
                () -> proofs.prove(thief, Secret.ofString(PASSWORD), Optional.empty()));
        assertThat(held).isEmpty();

        proofs.prove(browser("198.51.100.9"), Secret.ofString(PASSWORD), Optional.empty());
        assertThat(held).hasSize(1);
    }

    @Test
    void guessesAtTheSameTimeAreNoMoreThanOneAfterTheOther() throws InterruptedException {
        Caller thief = browser("192.0.2.7");
        meeting = together::meet;
        together.run(100, i -> {
            Secret guess = Secret.ofString("guess-" + i);
            assertThatThrownBy(() -> proofs.prove(thief, guess, Optional.empty()))
                    .isInstanceOf(ProblemException.class);
        });

        assertThat(looked.get()).isEqualTo(RULES.pairFailures());
    }

    @Test
    void manyRightAnswersAtTheSameTimeAllPass() throws InterruptedException {
        Caller alice = browser("192.0.2.7");
        meeting = together::meet;
        together.run(100, _ -> proofs.prove(alice, Secret.ofString(PASSWORD), Optional.empty()));

        assertThat(looked.get()).isEqualTo(100);
    }

    private static void assertRefused(Enum<?> code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.codeName()).isEqualTo(code.name()));
    }

    private Caller browser(String address) {
        SignInRecord row = row("web", address);
        row.carriedBy(new byte[32]);
        return caller(row.id().value(), address);
    }

    private Caller ssh() {
        return caller(row("ssh", "192.0.2.7").id().value(), "192.0.2.7");
    }

    private SignInRecord row(String channel, String address) {
        SignInRecord row = new SignInRecord(
                SignInId.next(), who(), new SignInOrigin(channel, address, ""), clock.instant(), Optional.empty(), "");
        rows.put(row.id().value(), row);
        return row;
    }

    private static Caller caller(UUID signIn, String address) {
        return new Caller(ALICE, "alice", Organisation.FIRST, Set.of(), address, "web", signIn);
    }

    private Candidate who() {
        return new Candidate(ALICE, Organisation.FIRST, "alice", true, enrolled, false, "", Optional.empty());
    }

    private final class KnownRows extends SignInRows {
        @Override
        public Optional<SignInRecord> find(SignInId id) {
            return Optional.ofNullable(rows.get(id.value()));
        }
    }

    private final class KnownTimes implements ProofTimes {
        @Override
        public Optional<Instant> find(UUID proof) {
            return Optional.ofNullable(times.get(proof));
        }

        @Override
        public void put(UUID proof, Instant at, Duration kept) {
            times.put(proof, at);
        }
    }

    private final class KnownFactors extends Factors {
        @Override
        public Optional<Candidate> find(UserId id) {
            return Optional.of(who());
        }

        @Override
        public boolean password(Candidate candidate, Secret password) {
            looked.incrementAndGet();
            meeting.run();
            return password.asString().equals(PASSWORD);
        }

        @Override
        public boolean totp(Candidate candidate, Secret code) {
            return code.asString().equals(CODE);
        }
    }

    private static final class Standard extends Settings {
        @Override
        public <T extends Record> T get(Class<T> type) {
            return type.cast(RULES);
        }
    }
}
