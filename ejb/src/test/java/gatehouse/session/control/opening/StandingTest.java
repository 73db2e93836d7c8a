package gatehouse.session.control.opening;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.access.boundary.Callers;
import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R11.33 */
class StandingTest {
    private static final UserId ALICE = new UserId(new UUID(0, 1));
    private static final OrganisationId BANK = new OrganisationId(new UUID(0, 2));
    private static final UUID SIGN_IN = new UUID(0, 3);
    private static final UUID BY_TOKEN = new UUID(0, 0);

    @Test
    void whoMayWorkMayGoOn() {
        assertThatCode(() -> standing(true, person(false)).require(alice(SIGN_IN)))
                .doesNotThrowAnyException();
    }

    @Test
    void anEndedSignInOpensNothing() {
        assertThatThrownBy(() -> standing(false, person(false)).require(alice(SIGN_IN)))
                .hasMessageContaining("sign in first");
    }

    @Test
    void whoeverWasDisabledOpensNothingByAToken() {
        assertThatThrownBy(() -> standing(true, Optional.empty()).require(alice(BY_TOKEN)))
                .hasMessageContaining("not signed in any more");
    }

    @Test
    void whoeverMustChangeTheirPasswordDoesSoFirst() {
        assertThatThrownBy(() -> standing(true, person(true)).require(alice(BY_TOKEN)))
                .hasMessageContaining("must be changed first");
    }

    private static Optional<Candidate> person(boolean passwordMustChange) {
        return Optional.of(
                new Candidate(ALICE, BANK, "alice", true, Set.of(), passwordMustChange, "", Optional.empty()));
    }

    private static Caller alice(UUID signIn) {
        return new Caller(ALICE, "alice", BANK, Set.of(), "192.0.2.7", "ssh", signIn);
    }

    private static Standing standing(boolean signedIn, Optional<Candidate> person) {
        return new Standing(
                new Callers() {
                    @Override
                    public Caller requireCurrent(SignInId id) {
                        if (!signedIn) {
                            throw AccessProblem.NOT_SIGNED_IN.problem("sign in first");
                        }
                        return alice(id.value());
                    }
                },
                new Factors() {
                    @Override
                    public Optional<Candidate> find(UserId id) {
                        return person;
                    }
                });
    }
}
