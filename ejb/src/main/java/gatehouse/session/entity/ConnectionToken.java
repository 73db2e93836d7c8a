package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.UserId;
import gatehouse.keyring.entity.Sealed;
import gatehouse.policy.entity.AccountRef;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A right to open a connection, without its value.
 *
 * @param proof the sign-in, or the bearer token, in which it was issued: when somebody takes that back, this goes too
 * @param typed the secret that the person typed for it, sealed
 * @param reusable until it expires; otherwise it works once
 */
public record ConnectionToken(
        ConnectionTokenId id,
        UserId user,
        UUID proof,
        AssetId asset,
        AccountRef account,
        String protocol,
        Optional<Sealed> typed,
        boolean reusable,
        Instant expiresAt) {
    public boolean hasExpired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** Asked before anything new is opened by it; what runs goes on. @throws ProblemException {@code TOKEN_REFUSED} */
    public void requireNotExpired(Instant now) {
        if (hasExpired(now)) {
            throw SessionProblem.TOKEN_REFUSED.problem("this connection token has expired; ask for a new one");
        }
    }
}
