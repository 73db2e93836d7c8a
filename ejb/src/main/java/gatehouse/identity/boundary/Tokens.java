package gatehouse.identity.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.identity.control.KeyAndTokenRows;
import gatehouse.identity.control.RandomTokens;
import gatehouse.identity.entity.BearerToken;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.IdentityRight;
import gatehouse.identity.entity.IssuedToken;
import gatehouse.identity.entity.TokenId;
import gatehouse.identity.entity.TokenRevoked;
import gatehouse.kernel.Caller;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Secret;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Bearer tokens with which scripts call the API as the caller. */
@Stateless
public class Tokens {
    private static final Duration LONGEST = Duration.ofDays(366);

    @Inject
    private KeyAndTokenRows rows;

    @Inject
    private FreshProof proof;

    @Inject
    private AuditLog audit;

    @Inject
    private Event<TokenRevoked> revoked;

    @Inject
    private Clock clock;

    public List<BearerToken> list(Caller caller) {
        return rows.listTokens(caller.user());
    }

    /**
     * The result is closed by whoever showed it.
     *
     * @throws gatehouse.kernel.ProblemException {@code STEP_UP_REQUIRED, VALUE_INVALID}
     */
    public IssuedToken issue(Caller caller, String name, Duration life) {
        caller.require(IdentityRight.TOKEN_CREATE);
        proof.require(caller);
        if (name.isBlank() || name.length() > 255) {
            throw KernelProblem.VALUE_INVALID.at("name", "a token's name has 1 to 255 characters");
        }
        if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
            throw KernelProblem.VALUE_INVALID.at("days", "a token lives at most " + LONGEST.toDays() + " days");
        }
        Instant now = clock.instant();
        Secret token = RandomTokens.next("gh_");
        BearerToken row = new BearerToken(
                TokenId.next(), caller.user(), name.strip(), RandomTokens.hash(token), now, now.plus(life));
        rows.add(row);
        record("user.token-issued", caller, row);
        return new IssuedToken(row, token);
    }

    /** @throws gatehouse.kernel.ProblemException {@code TOKEN_UNKNOWN} */
    public void revoke(Caller caller, TokenId id) {
        BearerToken row = rows.requireToken(caller.user(), id);
        rows.remove(row);
        revoked.fire(new TokenRevoked(id, caller.user()));
        record("user.token-revoked", caller, row);
    }

    private void record(String type, Caller caller, BearerToken row) {
        audit.record(AuditEvent.of(type, caller)
                .with("id", AuditField.open(row.id()))
                .with("name", AuditField.open(row.name())));
    }
}
