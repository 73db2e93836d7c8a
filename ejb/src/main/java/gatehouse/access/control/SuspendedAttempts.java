package gatehouse.access.control;

import gatehouse.access.entity.SignInOrigin;
import gatehouse.identity.entity.FactorKind;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Conversations on their way through a browser: sealed, so that nobody reads or makes one, and tied to address and browser. */
@ApplicationScoped
public class SuspendedAttempts {
    /** In nobody's row: it says itself whose it is. */
    private static final SealedFor PLACE = SealedFor.server("access.attempt", "");

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String SEPARATOR = "\n";
    private static final int PARTS = 5;

    private Keyring keyring;
    private Clock clock;

    /**
     * Who it is and what they proved.
     *
     * @param passwordChangedAt as in {@link gatehouse.identity.entity.Candidate}
     */
    public record State(UserId user, Set<FactorKind> passed, Optional<Instant> passwordChangedAt) {
        public State {
            passed = Set.copyOf(passed);
        }
    }

    protected SuspendedAttempts() {}

    @Inject
    SuspendedAttempts(Keyring keyring, Clock clock) {
        this.keyring = keyring;
        this.clock = clock;
    }

    public Secret write(Attempt attempt) {
        String state = String.join(
                SEPARATOR,
                attempt.candidate().user().toString(),
                attempt.passed().stream().map(Enum::name).collect(Collectors.joining(",")),
                Long.toString(clock.instant().plus(LIFE).toEpochMilli()),
                attempt.candidate().passwordChangedAt().map(Instant::toString).orElse(""),
                attempt.origin().address());
        byte[] sealed =
                keyring.seal(PLACE, state.getBytes(StandardCharsets.UTF_8)).bytes();
        return Secret.ofString(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
    }

    public Optional<State> read(SignInOrigin origin, Secret text) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(text.asString());
            String[] state =
                    new String(keyring.open(PLACE, new Sealed(sealed)), StandardCharsets.UTF_8).split(SEPARATOR, PARTS);
            if (state.length != PARTS) {
                return Optional.empty();
            }
            boolean fresh = clock.instant().isBefore(Instant.ofEpochMilli(Long.parseLong(state[2])));
            return fresh && state[4].equals(origin.address())
                    ? Optional.of(new State(UserId.parse(state[0]), kinds(state[1]), instant(state[3])))
                    : Optional.empty();
        } catch (ProblemException | IllegalArgumentException | DateTimeParseException e) {
            // forged, cut off, or sealed under a key that is gone: no conversation
            return Optional.empty();
        }
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    private static Set<FactorKind> kinds(String names) {
        return Arrays.stream(names.split(",")).map(FactorKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
