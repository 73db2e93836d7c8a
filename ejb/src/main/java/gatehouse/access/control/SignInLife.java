package gatehouse.access.control;

import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInRecord;
import gatehouse.access.entity.SignInRules;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.TokenId;
import gatehouse.setting.boundary.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** How long what proves a person is good. */
@ApplicationScoped
public class SignInLife {
    private SignInRows rows;
    private LastUse lastUse;
    private Factors factors;
    private Settings settings;

    protected SignInLife() {}

    @Inject
    SignInLife(SignInRows rows, LastUse lastUse, Factors factors, Settings settings) {
        this.rows = rows;
        this.lastUse = lastUse;
        this.factors = factors;
        this.settings = settings;
    }

    /** Whether nothing new can be asked by it (R10.4). */
    public boolean isOver(SignInRecord row, Instant now) {
        if (row.endedAt().isPresent()) {
            return true;
        }
        return row.endsAt().isPresent() && (!now.isBefore(row.endsAt().get()) || isIdle(row, now));
    }

    /**
     * Whether what runs already must end: somebody took the sign-in or token back, or its person may not work any more. Age and idleness of
     * a browser's sign-in do not end what runs, and neither does the day on which a token expires.
     */
    public boolean isTakenBack(UUID proof) {
        return rows.find(new SignInId(proof))
                .map(this::isTakenBack)
                .orElseGet(() -> factors.holder(new TokenId(proof)).isEmpty());
    }

    /** Whether what was set aside may not be opened any more: as {@link #isTakenBack}, but a token that has expired opens nothing. */
    public boolean opensNothing(UUID proof) {
        return rows.find(new SignInId(proof))
                .map(this::isTakenBack)
                .orElseGet(() -> factors.bearer(new TokenId(proof)).isEmpty());
    }

    private boolean isTakenBack(SignInRecord row) {
        return row.endedAt().isPresent() || factors.find(row.user()).isEmpty();
    }

    private boolean isIdle(SignInRecord row, Instant now) {
        Instant last = lastUse.find(row.id().value()).orElse(row.lastUsedAt());
        return !now.isBefore(last.plus(settings.get(SignInRules.class).idle()));
    }
}
