package gatehouse.access.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.control.LastUse;
import gatehouse.access.control.SignInRows;
import gatehouse.access.entity.SignInEnded;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRecord;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.UserId;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class SignInsTest {
    private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
    private static final Candidate ALICE = new Candidate(
            UserId.next(),
            Organisation.FIRST,
            "alice",
            true,
            Set.of(FactorKind.PASSWORD),
            false,
            "",
            Optional.of(BEFORE));

    private final SignInRecord row = new SignInRecord(
            SignInId.next(), ALICE, new SignInOrigin("ssh", "192.0.2.7", ""), BEFORE, Optional.empty(), "");
    private final Ended ended = new Ended();
    private Instant changed = BEFORE;
    private final SignIns signIns =
            new SignIns(new OneRow(), new KnownFactors(), new NoUse(), ended, Clock.systemUTC());

    /** R10.9: it was checked before the change was committed, and opened behind the news of it. */
    @Test
    void whatWasOpenedBehindAChangeOfThePasswordEnds() {
        changed = BEFORE.plusMillis(1);

        assertThat(signIns.stands(row.id(), ALICE)).isFalse();
        assertThat(row.endedAt()).isPresent();
        assertThat(ended.reasons()).singleElement().asString().contains("password changed");
    }

    @Test
    void whatWasProvedByThePasswordOfNowGoesOn() {
        assertThat(signIns.stands(row.id(), ALICE)).isTrue();
        assertThat(row.endedAt()).isEmpty();
        assertThat(ended.reasons()).isEmpty();
    }

    private final class OneRow extends SignInRows {
        @Override
        public Optional<SignInRecord> find(SignInId id) {
            return Optional.of(row);
        }
    }

    private final class KnownFactors extends Factors {
        @Override
        public boolean isUnchanged(Candidate candidate) {
            return candidate.passwordChangedAt().equals(Optional.of(changed));
        }
    }

    private static final class NoUse extends LastUse {
        @Override
        public void forget(UUID signIn) {
            // was never used
        }
    }

    private static final class Ended implements Event<SignInEnded> {
        private final List<String> reasons = new ArrayList<>();

        List<String> reasons() {
            return reasons;
        }

        @Override
        public void fire(SignInEnded event) {
            reasons.add(event.reason());
        }

        @Override
        public <U extends SignInEnded> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignInEnded> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<SignInEnded> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignInEnded> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignInEnded> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
