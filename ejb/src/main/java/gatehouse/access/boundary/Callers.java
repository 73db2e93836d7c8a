package gatehouse.access.boundary;

import gatehouse.access.control.Cookies;
import gatehouse.access.control.LastUse;
import gatehouse.access.control.SignInLife;
import gatehouse.access.control.SignInRows;
import gatehouse.access.entity.AccessProblem;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRecord;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.ProvedToken;
import gatehouse.identity.entity.TokenId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes callers of sign-ins and tokens. Rights and state of the user are read anew each time. */
@Stateless
public class Callers {
    private static final Duration WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final SignInOrigin SOME_SCRIPT = new SignInOrigin("api", "", "");

    @Inject
    private SignInRows rows;

    @Inject
    private LastUse lastUse;

    @Inject
    private SignInLife life;

    @Inject
    private Factors factors;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /**
     * @param id of a sign-in, or of the bearer token that stands for one
     * @throws ProblemException {@code NOT_SIGNED_IN} when the sign-in has ended or its user may not work any more
     */
    public Caller requireCurrent(SignInId id) {
        audit.requireDatabase();
        return rows.find(id)
                .map(row -> current(row, clock.instant()))
                .orElseGet(() -> factors.bearer(new TokenId(id.value())).map(token -> caller(token, SOME_SCRIPT)))
                .orElseThrow(Callers::notSignedIn);
    }

    /**
     * For what was set aside to be opened later: age and idleness of a sign-in do not matter, that somebody ended it does, and so
     * does that a bearer token has expired.
     *
     * @param id of a sign-in, or of the bearer token that stands for one
     * @throws ProblemException {@code NOT_SIGNED_IN}
     */
    public void requireNotTakenBack(SignInId id) {
        if (life.opensNothing(id.value())) {
            throw notSignedIn();
        }
    }

    /** Gives the browser's sign-in its cookie: 256 random bits, of which only the hash is kept. */
    public Secret issueCookie(SignInId id) {
        Secret cookie = Cookies.next();
        rows.find(id).orElseThrow(Callers::notSignedIn).carriedBy(Cookies.hash(cookie));
        return cookie;
    }

    /**
     * @param active a person did something; a browser's own polling does not keep a sign-in alive
     * @throws ProblemException {@code NOT_SIGNED_IN}
     */
    public Caller requireByCookie(Secret cookie, boolean active) {
        audit.requireDatabase();
        Instant now = clock.instant();
        SignInRecord row = rows.findByCookie(Cookies.hash(cookie)).orElseThrow(Callers::notSignedIn);
        Caller caller = current(row, now).orElseThrow(Callers::notSignedIn);
        if (active) {
            touch(row, now);
        }
        return caller;
    }

    /** @throws ProblemException {@code NOT_SIGNED_IN} */
    public Caller requireByToken(Secret token, SignInOrigin origin) {
        audit.requireDatabase();
        return factors.bearer(token).map(proved -> caller(proved, origin)).orElseThrow(Callers::notSignedIn);
    }

    private Optional<Caller> current(SignInRecord row, Instant now) {
        return life.isOver(row, now)
                ? Optional.empty()
                : factors.find(row.user())
                        .map(who -> caller(who, row.origin(), row.id().value()));
    }

    private Caller caller(ProvedToken token, SignInOrigin origin) {
        return caller(token.who(), origin, token.id().value());
    }

    private void touch(SignInRecord row, Instant now) {
        lastUse.put(row.id().value(), now);
        if (now.isAfter(row.lastUsedAt().plus(WRITTEN_EVERY))) {
            row.usedAt(now);
        }
    }

    /** Somebody whose password must be changed has no rights until then; changing it needs none. */
    private Caller caller(Candidate who, SignInOrigin origin, UUID signIn) {
        Set<String> rights = who.passwordMustChange() ? Set.of() : factors.rightsOf(who.user());
        return new Caller(
                who.user(), who.username(), who.organisation(), rights, origin.address(), origin.channel(), signIn);
    }

    private static ProblemException notSignedIn() {
        return AccessProblem.NOT_SIGNED_IN.problem("sign in first");
    }
}
