package gatehouse.session.boundary;

import gatehouse.access.boundary.Callers;
import gatehouse.access.boundary.SignInWatch;
import gatehouse.access.entity.SignInEnded;
import gatehouse.access.entity.SignInId;
import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditField;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.identity.entity.FreshProof;
import gatehouse.identity.entity.PasswordChanged;
import gatehouse.identity.entity.UserDisabled;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Work;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.session.control.opening.Authoriser;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.control.token.TokenStore;
import gatehouse.session.control.token.TokenUse;
import gatehouse.session.control.token.TokenUses;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.ConnectionToken;
import gatehouse.session.entity.ConnectionTokenId;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.Wanted;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Short-lived rights to open one connection, for people's own native clients and for the browser. */
@Stateless
public class ConnectionTokens {
    private static final Duration ONCE = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofDays(1);
    private static final String PURPOSE = "session.typed-secret";
    /** Of a UUID. */
    private static final int ID_LENGTH = 36;

    @Inject
    private TokenStore store;

    @Inject
    private TokenUses uses;

    @Inject
    private Callers callers;

    @Inject
    private SignInWatch signInWatch;

    @Inject
    private FreshProof proof;

    @Inject
    private Authoriser authoriser;

    @Inject
    private Destinations destinations;

    @Inject
    private Factors factors;

    @Inject
    private Keyring keyring;

    @Inject
    private AuditLog audit;

    @Inject
    private Clock clock;

    @Resource
    private ContextService contexts;

    /** @param value shown once; the receiver closes it */
    public record Issued(ConnectionToken token, Secret value) {}

    /**
     * For oneself.
     *
     * @throws ProblemException as when connecting: a token is only issued for what is allowed now; {@code STEP_UP_REQUIRED} for a
     *     reusable one
     */
    public Issued issue(Caller caller, Wanted asked) {
        if (asked.reusable()) {
            proof.require(caller);
        }
        ConnectRequest wanted = destinations.resolve(caller, asked);
        authoriser.admit(caller, wanted);
        Instant now = clock.instant();
        ConnectionTokenId id = ConnectionTokenId.next();
        ConnectionToken token = new ConnectionToken(
                id,
                caller.user(),
                caller.signIn(),
                wanted.asset(),
                wanted.account(),
                wanted.protocol(),
                wanted.typedSecret().map(typed -> sealed(id, typed)),
                asked.reusable(),
                now.plus(asked.reusable() ? AGAIN : ONCE));
        Secret value = TokenStore.newValue(token.id());
        store.put(token, value, now);
        audit.record(told("connection-token.issued", caller, token));
        return new Issued(token, value);
    }

    private Sealed sealed(ConnectionTokenId id, Secret typed) {
        byte[] plain = typed.bytes();
        try (typed) {
            return keyring.seal(SealedFor.server(PURPOSE, id), plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /**
     * What the token is for; {@code terminal} is what its user asks for now. No caller: whoever has the token redeemed it.
     *
     * @throws ProblemException {@code TOKEN_REFUSED} once it has expired: what runs goes on, nothing new is opened by it
     */
    public ConnectRequest request(ConnectionToken token, TerminalRequest terminal) {
        token.requireNotExpired(clock.instant());
        return new ConnectRequest(
                token.asset(),
                token.account(),
                token.protocol(),
                terminal,
                token.typed().map(typed -> Secret.owning(keyring.open(SealedFor.server(PURPOSE, token.id()), typed))));
    }

    /** One's own. @throws ProblemException {@code TOKEN_REFUSED} */
    public ConnectionToken require(Caller caller, ConnectionTokenId id) {
        return store.find(id)
                .filter(token -> token.user().equals(caller.user()))
                .orElseThrow(ConnectionTokens::refused);
    }

    /** Also one that works once and was used: hangs up the connections that it opened. */
    public void expire(Caller caller, ConnectionTokenId id) {
        List<TokenUse> mine = uses.of(id).stream()
                .filter(use -> use.token().user().equals(caller.user()))
                .toList();
        ConnectionToken token = mine.stream().findAny().map(TokenUse::token).orElseGet(() -> require(caller, id));
        store.remove(id);
        audit.record(told("connection-token.expired", caller, token));
        end(mine, "Its connection token was taken back.");
    }

    /** For somebody who is signed in: only their own token. @throws ProblemException {@code TOKEN_REFUSED} */
    public ConnectionToken redeem(Caller caller, Secret value) {
        ConnectionTokenId id = parse(idOf(value)).orElseThrow(ConnectionTokens::refused);
        require(caller, id);
        ConnectionToken token = store.redeem(id, value, clock.instant()).orElseThrow(ConnectionTokens::refused);
        requireIssuer(token);
        audit.record(told("connection-token.used", caller, token));
        return token;
    }

    /** For a native client that has nothing else. @throws ProblemException {@code TOKEN_REFUSED} */
    public Redeemed redeem(String id, Secret value, String channel, String address) {
        ConnectionTokenId known = parse(id).orElseThrow(ConnectionTokens::refused);
        Optional<TokenUse> use = store.find(known).map(uses::begin);
        try {
            ConnectionToken token = store.redeem(known, value, clock.instant()).orElseThrow(ConnectionTokens::refused);
            requireIssuer(token);
            Caller caller = caller(token.user(), channel, address).orElseThrow(ConnectionTokens::refused);
            audit.record(told("connection-token.used", caller, token));
            return new Redeemed(caller, token, use.orElseThrow(ConnectionTokens::refused));
        } catch (RuntimeException failure) {
            use.ifPresent(TokenUse::close);
            throw failure;
        }
    }

    /** News that this token's issuer is signed out may have come while it was put down. */
    private void requireIssuer(ConnectionToken token) {
        try {
            callers.requireNotTakenBack(new SignInId(token.proof()));
        } catch (ProblemException over) {
            throw SessionProblem.TOKEN_REFUSED.problem(
                    "the sign-in that asked for this connection token is over; sign in and ask for a new one", over);
        }
    }

    /** Whose token it was, what for, and the connection that it opens. */
    public record Redeemed(Caller caller, ConnectionToken token, TokenUse use) {}

    /** Hangs up when what the token stands on is taken back, here or on another server. @return stops listening */
    public Runnable onEnd(Redeemed redeemed, Consumer<String> hangUp) {
        redeemed.use().established(hangUp);
        return signInWatch.onEnd(new SignInId(redeemed.token().proof()), redeemed.use()::end);
    }

    /** Whoever changes a password wants everything else to be over. */
    public void passwordChanged(@Observes(during = TransactionPhase.AFTER_SUCCESS) PasswordChanged news) {
        store.removeOf(news.user());
        end(uses.of(news.user()), "The password of this person was changed.");
    }

    public void userDisabled(@Observes(during = TransactionPhase.AFTER_SUCCESS) UserDisabled news) {
        store.removeOf(news.user());
        end(uses.of(news.user()), "The account of this person was disabled.");
    }

    public void signInEnded(@Observes(during = TransactionPhase.AFTER_SUCCESS) SignInEnded news) {
        store.removeIssuedIn(news.proof());
        end(uses.issuedIn(news.proof()), news.reason());
    }

    /** Off the thread of whoever took it back: hanging up may wait for a client. */
    private void end(List<TokenUse> which, String why) {
        Work work = new Work("token-end", contexts);
        which.forEach(use -> work.execute(() -> use.end(why)));
    }

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

    private static String idOf(Secret value) {
        byte[] bytes = value.bytes();
        return new String(bytes, 0, Math.min(bytes.length, ID_LENGTH), StandardCharsets.US_ASCII);
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
