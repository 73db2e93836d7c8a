package gatehouse.access.control;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.TotpRemoved;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at the one-time codes of those who showed the right first factor, and counts the wrong ones of each person, from wherever they
 * come (R10.8): three of a million are right at any moment, and whoever knows a password may have very many addresses to guess from.
 * Worked example: after the twentieth wrong code none of {@code admin}'s is looked at, right or wrong, until a day after the first of
 * them. Strangers, who know no password, never come here.
 */
@ApplicationScoped
public class OneTimeCodes {
    static final int MOST_WRONG = 20;
    static final Duration WINDOW = Duration.ofDays(1);

    private final Turns turns = new Turns();
    private Factors factors;
    private FailureCounts counts;
    private AuditLog audit;
    private Clock clock;

    /** Each counts for itself: whoever guesses at the sign-in keeps nobody who is signed in from proving who they are. */
    public enum Place {
        SIGN_IN,
        STEP_UP
    }

    protected OneTimeCodes() {}

    @Inject
    OneTimeCodes(Factors factors, FailureCounts counts, AuditLog audit, Clock clock) {
        this.factors = factors;
        this.counts = counts;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean barred(Place place, UserId user) {
        return failures(key(place, user)) >= MOST_WRONG;
    }

    /**
     * Only for whoever showed the right first factor.
     *
     * @param event of that type, by whoever shows the code: recorded by the failure that bars
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    public boolean show(Place place, Candidate who, Secret code, Function<String, AuditEvent> event) {
        String key = key(place, who.user());
        Optional<Runnable> turn =
                turns.take(List.of(new Turns.Limit(key, MOST_WRONG)), this::failures, Turns.Patience.LONG);
        if (turn.isEmpty()) {
            return false;
        }
        try {
            return factors.totp(who, code) || failed(key, event.apply("second-factor.barred"), place);
        } finally {
            turn.get().run();
        }
    }

    /** A success in between forgives nothing: the person's own would give a guesser a new start each time. */
    private boolean failed(String key, AuditEvent event, Place place) {
        if (counts.add(key, clock.instant(), WINDOW).failures() == MOST_WRONG) {
            audit.recordAlways(
                    event.with("where", AuditField.open(place)).with("hours", AuditField.open(WINDOW.toHours())));
        }
        return false;
    }

    /** Whoever knew the old one gets no further. */
    void passwordChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged news) {
        forget(news.user());
    }

    void removed(@Observes(during = TransactionPhase.AFTER_SUCCESS) TotpRemoved news) {
        forget(news.user());
    }

    private void forget(UserId user) {
        for (Place place : Place.values()) {
            counts.clear(key(place, user));
        }
    }

    private int failures(String key) {
        return counts.get(key, clock.instant(), WINDOW).failures();
    }

    private static String key(Place place, UserId user) {
        return "codes " + place + " " + user;
    }
}
