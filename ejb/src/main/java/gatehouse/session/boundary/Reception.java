package gatehouse.session.boundary;

import gatehouse.access.boundary.Callers;
import gatehouse.access.boundary.SignInWatch;
import gatehouse.access.boundary.SignIns;
import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInStep;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.protocol.Surface;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.policy.boundary.Decisions;
import gatehouse.session.control.ServerIdentities;
import gatehouse.session.control.files.FileTrees;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.control.menu.MenuOptions;
import gatehouse.session.control.menu.OpenMenus;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.control.opening.ReachCatalogue;
import gatehouse.session.entity.ClientEndpoint;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.ServerIdentity;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.setting.boundary.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Takes people who came over a native client to what they asked for. */
@ApplicationScoped
class Reception {
    @Inject
    private SessionOpener opener;

    @Inject
    private Destinations destinations;

    @Inject
    private Decisions decisions;

    @Inject
    private ConnectionTokens tokens;

    @Inject
    private Callers callers;

    @Inject
    private SignIns signIns;

    @Inject
    private TunnelDesk tunnels;

    @Inject
    private ServerIdentities identities;

    @Inject
    private SignInWatch signInWatch;

    @Inject
    private Closing closing;

    @Inject
    private FileTrees trees;

    @Inject
    private OpenMenus menus;

    @Inject
    private Settings settings;

    @Resource
    private ContextService contexts;

    /** Protocols whose targets have a terminal; their names may stand in a sign-in form. */
    static Set<String> protocols() {
        return KnownProtocols.all().offering(Surface.TERMINAL);
    }

    InboundConnection signedIn(InboundOrigin origin, SignInStep.SignedIn in, LoginName name, String locale) {
        return new PersonConnection(this, in, name, origin, locale);
    }

    InboundConnection byToken(InboundOrigin origin, String id, Secret value) {
        ConnectionTokens.Redeemed redeemed = tokens.redeem(id, value, origin.protocol(), origin.address());
        SessionOrigin from = from(origin);
        PersonTunnels forwarding =
                tunnels(redeemed::caller, from, caller -> tokens.request(redeemed.token(), TerminalRequest.exec("")));
        return new TokenConnection(opener, tokens, redeemed, from, forwarding);
    }

    /** @param account where the tunnels go through */
    PersonTunnels tunnels(Supplier<Caller> caller, SessionOrigin origin, Function<Caller, ConnectRequest> account) {
        return new PersonTunnels(tunnels, work(), caller, origin, account);
    }

    static SessionOrigin from(InboundOrigin origin) {
        return new SessionOrigin(SessionOrigin.Via.inbound(origin.protocol()), origin.address());
    }

    Work work() {
        return new Work("reception", contexts);
    }

    Caller current(SignInId id) {
        return callers.requireCurrent(id);
    }

    /** @return stops listening */
    Runnable onSignInEnd(Caller caller, Consumer<String> hangUp) {
        return signInWatch.onEnd(caller, hangUp);
    }

    void closed(SignInId id) {
        closing.attempt(() -> signIns.connectionClosed(id));
    }

    SessionOpener opener() {
        return opener;
    }

    Destinations destinations() {
        return destinations;
    }

    /** A tree of everything that the person may reach; who that is, is asked again for each step. */
    TerminalInput files(SignInId id, SessionOrigin origin, String subsystem, TerminalOutput output) {
        FileTrees.Walker walker = new FileTrees.Walker(() -> current(id), origin);
        return trees.serve(walker, subsystem, output, opener, work());
    }

    TerminalInput menu(
            Caller caller,
            SessionOrigin origin,
            String locale,
            Optional<LoginName.Direct> direct,
            TerminalRequest request,
            TerminalOutput output) {
        MenuOptions options = new MenuOptions(
                caller.username(),
                "",
                Locale.forLanguageTag(locale.isEmpty() ? language(request) : locale),
                settings.get(SessionLimits.class).idle(),
                request.pty().orElseThrow(),
                identities.list().stream()
                        .filter(ServerIdentity::isAuthority)
                        .findFirst()
                        .map(authority -> new MenuOptions.Jump(
                                settings.get(ClientEndpoint.class).jumpOf(caller.username()),
                                authority.authorityLine())),
                direct);
        ReachCatalogue catalogue = new ReachCatalogue(caller, decisions, destinations, protocols());
        return menus.start(
                work(),
                options,
                catalogue,
                (choice, person) -> opener.openTerminal(caller, origin, Choices.request(choice, request), person),
                output);
    }

    /** From the client's {@code LC_ALL} or {@code LANG}, for example {@code zh_CN.UTF-8}. */
    private static String language(TerminalRequest request) {
        String variable = request.environment()
                .getOrDefault("LC_ALL", request.environment().getOrDefault("LANG", "en"));
        return variable.startsWith("zh") ? "zh" : "en";
    }
}
