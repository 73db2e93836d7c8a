package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.session.control.opening.Authoriser;
import gatehouse.session.control.token.TokenStore;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import gatehouse.session.entity.SessionProblem;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Short-lived rights to open one connection, for people's own native clients and for the browser. */
@Stateless
public class ConnectionTokens {
    private static final Duration ONCE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final TerminalRequest PLAIN_SHELL =
            TerminalRequest.shell(new Pty("xterm", WindowSize.cells(80, 24), Map.of()));

    @Inject
    private TokenStore store;

    @Inject
    private Authoriser authoriser;

    @Inject
    private Factors factors;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    /** @param value shown once; the receiver closes it */
    public record Issued(ConnectionToken token, Secret value) {}

    /**
     * For oneself.
     *
     * @throws ProblemException as when connecting: a token is only issued for what is allowed now
     */
    public Issued issue(Caller caller, AssetId asset, AccountRef account, String protocol, boolean reusable) {
        authoriser.admit(caller, new ConnectRequest(asset, account, protocol, PLAIN_SHELL));
        Instant now = clock.instant();
        ConnectionToken token = new ConnectionToken(
                ConnectionTokenId.next(),
                caller.user(),
                asset,
                account,
                protocol,
                reusable,
                now.plus(reusable ? AGAIN : ONCE));
        Secret value = store.newValue();
        store.put(token, value, now);
        audit.record(told("connection-token.issued", caller, token));
        return new Issued(token, value);
    }

    /** One's own. @throws ProblemException {@code TOKEN_REFUSED} */
    public ConnectionToken require(Caller caller, ConnectionTokenId id) {
        return store.find(id)
                .filter(token -> token.user().equals(caller.user()))
                .orElseThrow(ConnectionTokens::refused);
    }

    public void expire(Caller caller, ConnectionTokenId id) {
        ConnectionToken token = require(caller, id);
        store.remove(id);
        audit.record(told("connection-token.expired", caller, token));
    }

    /** For somebody who is signed in: only their own token. @throws ProblemException {@code TOKEN_REFUSED} */
    public ConnectionToken redeem(Caller caller, ConnectionTokenId id, Secret value) {
        require(caller, id);
        ConnectionToken token = store.redeem(id, value, clock.instant()).orElseThrow(ConnectionTokens::refused);
        audit.record(told("connection-token.used", caller, token));
        return token;
    }

    /** For a native client that has nothing else. @throws ProblemException {@code TOKEN_REFUSED} */
    Redeemed redeem(String id, Secret value, String channel, String address) {
        ConnectionToken token =
                parse(id).flatMap(i -> store.redeem(i, value, clock.instant())).orElseThrow(ConnectionTokens::refused);
        Caller caller = caller(token.user(), channel, address).orElseThrow(ConnectionTokens::refused);
        audit.record(told("connection-token.used", caller, token));
        return new Redeemed(caller, token);
    }

    record Redeemed(Caller caller, ConnectionToken token) {}

    private Optional<Caller> caller(UserId user, String channel, String address) {
        return factors.find(user).filter(Candidate::usable).map(who -> caller(who, channel, address));
    }

    private Caller caller(Candidate who, String channel, String address) {
        return new Caller(
                who.user(),
                who.username(),
                who.organisation(),
                factors.rightsOf(who.user()),
                address,
                channel,
                new UUID(0, 0));
    }

    private static AuditEvent told(String type, Caller caller, ConnectionToken token) {
        return AuditEvent.of(type, caller)
                .with("token", AuditField.open(token.id()))
                .with("asset", AuditField.open(token.asset()))
                .with("protocol", AuditField.open(token.protocol()));
    }

    private static Optional<ConnectionTokenId> parse(String id) {
        try {
            return Optional.of(new ConnectionTokenId(UUID.fromString(id)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException refused() {
        return SessionProblem.TOKEN_REFUSED.problem("this connection token is not valid; ask for a new one");
    }
}
