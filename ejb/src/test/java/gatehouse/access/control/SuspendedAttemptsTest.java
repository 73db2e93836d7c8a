package gatehouse.access.control;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FactorKind;
import gatehouse.identity.entity.Organisation;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspendedAttemptsTest {
    private static final UserId ALICE = UserId.next();
    private static final SignInOrigin HERE = new SignInOrigin("web", "2001:db8::7", "");
    private static final Instant CHANGED = Instant.parse("2025-12-24T18:00:00.123456Z");

    private final TurnedClock clock = new TurnedClock();
    private final SuspendedAttempts suspended = new SuspendedAttempts(new Open(), clock);

    /** R10.9 */
    @Test
    void whichPasswordWasProvedGoesAlong() {
        assertThat(suspended.read(HERE, written(Optional.of(CHANGED))))
                .contains(new SuspendedAttempts.State(ALICE, Set.of(FactorKind.PASSWORD), Optional.of(CHANGED)));
        assertThat(suspended.read(HERE, written(Optional.empty())))
                .contains(new SuspendedAttempts.State(ALICE, Set.of(FactorKind.PASSWORD), Optional.empty()));
    }

    @Test
    void itIsGoodForFiveMinutesFromOneAddress() {
        assertThat(suspended.read(new SignInOrigin("web", "2001:db8::8", ""), written(Optional.empty())))
                .isEmpty();
        Secret text = written(Optional.empty());
        clock.pass(Duration.ofMinutes(5));
        assertThat(suspended.read(HERE, text)).isEmpty();
    }

    /** The second is what a server before the change of password went along has given out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAxClBBU1NXT1JECjk5OTk5OTk5OTk5OTkKMjAwMTpkYjg6Ojc",
                "***"
            })
    void whatIsNoneIsRefused(String text) {
        assertThat(suspended.read(HERE, Secret.ofString(text))).isEmpty();
    }

    private Secret written(Optional<Instant> changed) {
        Candidate who = new Candidate(ALICE, Organisation.FIRST, "alice", true, Set.of(), false, "", changed);
        return suspended.write(new Attempt(HERE, who, Set.of(FactorKind.PASSWORD)));
    }

    /** Seals nothing: only what is written matters here. */
    private static final class Open extends Keyring {
        @Override
        public Sealed seal(SealedFor place, byte[] plain) {
            return new Sealed(plain);
        }

        @Override
        public byte[] open(SealedFor place, Sealed sealed) {
            return sealed.bytes();
        }
    }
}
