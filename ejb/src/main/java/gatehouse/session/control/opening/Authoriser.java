package gatehouse.session.control.opening;

import gatehouse.inventory.boundary.Assets;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Reason;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionProblem;
import gatehouse.vault.boundary.Accounts;
import gatehouse.vault.entity.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The first stage of every session: asks policy and finds out what the answer is about. */
@ApplicationScoped
public class Authoriser {
    /** Reasons that would tell an outsider what exists. */
    private static final Set<Reason.Code> SILENT = Set.of(
            Reason.Code.ASSET_UNKNOWN,
            Reason.Code.ACCOUNT_UNKNOWN,
            Reason.Code.NO_PERMISSION,
            Reason.Code.ACCOUNT_NOT_GRANTED,
            Reason.Code.ACCOUNT_EXCLUDED);

    @Inject
    private Standing standing;

    @Inject
    private Decisions decisions;

    @Inject
    private Assets assets;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    /** @throws ProblemException {@code NOT_SIGNED_IN, DESTINATION_UNKNOWN, CONNECT_DENIED, CONNECT_REVIEW_REQUIRED} */
    public Admission admit(Caller caller, ConnectRequest request) {
        standing.require(caller);
        return switch (decide(caller, request, Action.CONNECT)) {
            case Decision.Allow allow -> admitted(caller, request, allow);
            case Decision.Deny deny -> throw denied(deny.reasons());
            case Decision.Review review ->
                throw SessionProblem.CONNECT_REVIEW_REQUIRED.problem("somebody has to approve this connection first");
            case Decision.Challenge challenge ->
                throw SessionProblem.CONNECT_REVIEW_REQUIRED.problem(
                        "prove once more who you are, in the browser, before you connect to this");
        };
    }

    /** Whether this person may still work. @throws ProblemException {@code NOT_SIGNED_IN, CONNECT_DENIED} */
    public void requireStanding(Caller caller) {
        standing.require(caller);
    }

    /** The plain answer, for sessions that run already. */
    public Decision decide(Caller caller, ConnectRequest request, Action action) {
        return decisions.decide(new AccessQuestion(
                caller, request.asset(), request.account(), request.protocol(), action, clock.instant()));
    }

    /** @throws ProblemException {@code NOT_SIGNED_IN, TUNNEL_DENIED} */
    public Decision.Allow requireTunnel(Caller caller, ConnectRequest request, TunnelDestination destination) {
        standing.require(caller);
        if (decideTunnel(caller, request, destination) instanceof Decision.Allow allow) {
            return allow;
        }
        throw SessionProblem.TUNNEL_DENIED.problem(
                "none of your permissions lets you forward connections to " + destination + " with this account");
    }

    /** The plain answer, for tunnels that are open already. */
    public Decision decideTunnel(Caller caller, ConnectRequest request, TunnelDestination destination) {
        return decisions.decide(new AccessQuestion(
                caller,
                request.asset(),
                request.account(),
                request.protocol(),
                Action.TUNNEL,
                clock.instant(),
                Optional.of(destination)));
    }

    private Admission admitted(Caller caller, ConnectRequest request, Decision.Allow allow) {
        Asset asset = assets.find(caller, request.asset()).orElseThrow(Authoriser::unknown);
        ProtocolEndpoint endpoint = asset.endpoint(request.protocol())
                .or(() -> asset.endpoint(KnownProtocols.all().carrierOf(request.protocol())))
                .orElseThrow(Authoriser::unknown);
        Optional<Account> account = stored(caller, request.account());
        String username = switch (request.account()) {
            case AccountRef.Stored stored -> account.map(Account::username).orElseThrow(Authoriser::unknown);
            case AccountRef.SameName same -> caller.username();
            case AccountRef.Manual manual -> manual.username();
        };
        return new Admission(asset, account, username, endpoint, allow);
    }

    private Optional<Account> stored(Caller caller, AccountRef ref) {
        return ref instanceof AccountRef.Stored stored ? accounts.find(caller, stored.id()) : Optional.empty();
    }

    private static ProblemException denied(List<Reason> reasons) {
        Optional<Reason> told = reasons.stream()
                .filter(reason -> !SILENT.contains(reason.code()))
                .findFirst();
        return told.map(reason ->
                        SessionProblem.CONNECT_DENIED.problem("you may not connect there now: " + reason.text()))
                .orElseGet(Authoriser::unknown);
    }

    private static ProblemException unknown() {
        return SessionProblem.DESTINATION_UNKNOWN.problem(
                "there is no such asset or account that you may connect to; look it up in the menu");
    }
}
