package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInRecord;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.ProvedToken;
import gatehouse.identity.entity.TokenId;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** R10.7 of bearer tokens */
class SignInLifeTest {
    private static final UUID TOKEN = new UUID(1, 1);
    private static final Candidate HOLDER = new Candidate(
            UserId.next(), new OrganisationId(new UUID(2, 2)), "script", true, Set.of(), false, "en", Optional.empty());

    @Test
    void whatRunsOutlivesTheTokenThatOpenedItButNothingMoreIsOpened() {
        SignInLife life = life(Optional.of(HOLDER), false);

        assertThat(life.isTakenBack(TOKEN)).isFalse();
        assertThat(life.opensNothing(TOKEN)).isTrue();
    }

    @Test
    void aTokenThatWasRemovedOrWhoseUserMayNotWorkEndsWhatRuns() {
        SignInLife life = life(Optional.empty(), false);

        assertThat(life.isTakenBack(TOKEN)).isTrue();
        assertThat(life.opensNothing(TOKEN)).isTrue();
    }

    @Test
    void aGoodTokenDoesBoth() {
        SignInLife life = life(Optional.of(HOLDER), true);

        assertThat(life.isTakenBack(TOKEN)).isFalse();
        assertThat(life.opensNothing(TOKEN)).isFalse();
    }

    private static SignInLife life(Optional<Candidate> holder, boolean valid) {
        return new SignInLife(new NoSignIns(), null, new OneToken(holder, valid), null);
    }

    private static final class NoSignIns extends SignInRows {
        @Override
        public Optional<SignInRecord> find(SignInId id) {
            return Optional.empty();
        }
    }

    private static final class OneToken extends Factors {
        private final Optional<Candidate> holder;
        private final boolean valid;

        OneToken(Optional<Candidate> holder, boolean valid) {
            this.holder = holder;
            this.valid = valid;
        }

        @Override
        public Optional<ProvedToken> bearer(TokenId id) {
            return holder.filter(_ -> valid).map(who -> new ProvedToken(id, who));
        }

        @Override
        public Optional<Candidate> holder(TokenId id) {
            return holder;
        }
    }
}
