package gatehouse.session.control.opening;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.control.menu.Visible;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.Wanted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a sign-in form names, among what the person may reach and nowhere else (R11.32). */
@ApplicationScoped
public class Destinations {
    private static final int MOST_SHOWN = 5;

    private Decisions decisions;

    protected Destinations() {
        // for the container
    }

    @Inject
    public Destinations(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @throws ProblemException {@code DESTINATION_UNKNOWN}, {@code DESTINATION_AMBIGUOUS}, {@code SECRET_WANTED} */
    public ConnectRequest resolve(Caller caller, LoginName.Direct named, TerminalRequest request) {
        List<ReachableAsset> assets = named(caller, named.asset());
        ProblemException why = unknown();
        for (String protocol : candidates(named.protocol(), request)) {
            try {
                ReachableAsset asset =
                        only(assets.stream().filter(a -> speaks(a, protocol)).toList(), "assets", Destinations::shown);
                ReachableAccount account = account(caller, asset, protocol, named.account());
                return new ConnectRequest(asset.id(), account.ref(), protocol, request);
            } catch (ProblemException problem) {
                why = isUnknown(why) ? problem : why;
            }
        }
        throw why;
    }

    /** Files come by any protocol of the same wire that the person may use. */
    private static List<String> candidates(String named, TerminalRequest request) {
        List<String> files = request.kind() == TerminalRequest.Kind.SUBSYSTEM
                ? KnownProtocols.all().filesBy(named)
                : List.of();
        return files.isEmpty() ? List.of(named) : files;
    }

    /** Says less than any other reason why it does not work. */
    private static boolean isUnknown(ProblemException problem) {
        return problem.code() == SessionProblem.DESTINATION_UNKNOWN;
    }

    /** For somebody who knows the asset: finds the account by its name or id. */
    public ConnectRequest resolve(Caller caller, Wanted wanted) {
        ReachableAccount account = decisions.accounts(caller, wanted.asset(), wanted.protocol()).stream()
                .filter(candidate -> isCalled(candidate, wanted.account()))
                .findFirst()
                .orElseThrow(Destinations::unknown);
        if (!account.hasSecret() && wanted.typed().isEmpty()) {
            throw SessionProblem.SECRET_WANTED.problem("this account has no stored password: type it");
        }
        AccountRef ref =
                account.ref() instanceof AccountRef.Manual ? new AccountRef.Manual(wanted.username()) : account.ref();
        return new ConnectRequest(wanted.asset(), ref, wanted.protocol(), TerminalRequest.exec(""), wanted.typed());
    }

    private static boolean isCalled(ReachableAccount account, String name) {
        boolean byId = account.ref() instanceof AccountRef.Stored stored
                && stored.id().toString().equals(name);
        return byId || account.name().equals(name);
    }

    /** Reachable assets whose name, address or id is exactly {@code text}, whatever the case. */
    public List<ReachableAsset> named(Caller caller, String text) {
        if (text.length() == 36 && text.charAt(8) == '-') {
            try {
                return decisions.find(caller, new AssetId(UUID.fromString(text))).stream()
                        .toList();
            } catch (IllegalArgumentException e) {
                return List.of();
            }
        }
        return decisions.reachableCalled(caller, text);
    }

    /** Does an asset that the caller may reach speak {@code protocol} there? */
    public boolean isSpoken(Caller caller, String protocol, String host, int port) {
        return named(caller, host).stream()
                .flatMap(asset -> asset.protocols().stream())
                .anyMatch(endpoint -> endpoint.protocol().equals(protocol) && endpoint.port() == port);
    }

    private static boolean speaks(ReachableAsset asset, String protocol) {
        return asset.protocols().stream()
                .anyMatch(endpoint -> endpoint.protocol().equals(protocol));
    }

    private ReachableAccount account(Caller caller, ReachableAsset asset, String protocol, String name) {
        List<ReachableAccount> all = decisions.accounts(caller, asset.id(), protocol).stream()
                .filter(account -> name.isEmpty() || account.username().equals(name) || isCalled(account, name))
                .toList();
        ReachableAccount account = only(
                all.stream().anyMatch(a -> a.name().equals(name))
                        ? all.stream().filter(a -> a.name().equals(name)).toList()
                        : all,
                "accounts",
                Destinations::shown);
        if (!account.hasSecret()) {
            throw SessionProblem.SECRET_WANTED.problem("this account has no stored password: sign in with a terminal");
        }
        return account;
    }

    private static String shown(ReachableAsset asset) {
        return Visible.of(asset.name()) + " (" + Visible.of(asset.address()) + ") is " + asset.id();
    }

    /** What is typed by hand has no id. */
    private static String shown(ReachableAccount account) {
        String name = Visible.of(account.name());
        return account.ref() instanceof AccountRef.Stored stored ? name + " is " + stored.id() : name;
    }

    private static <T> T only(List<T> found, String what, Function<T, String> shown) {
        if (found.isEmpty()) {
            throw unknown();
        }
        if (found.size() > 1) {
            throw SessionProblem.DESTINATION_AMBIGUOUS.problem(found.size() + " " + what
                    + " match; name one in user@account@asset, by its id where the names are the"
                    + " same, or sign in with a terminal to choose: "
                    + found.stream().limit(MOST_SHOWN).map(shown).collect(Collectors.joining(", "))
                    + (found.size() > MOST_SHOWN ? " and others" : ""));
        }
        return found.getFirst();
    }

    private static ProblemException unknown() {
        return SessionProblem.DESTINATION_UNKNOWN.problem(
                "there is no such asset or account that you may connect to; look it up in the menu");
    }
}
