package gatehouse.session.boundary;

import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInStep;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundOrigin;
import gatehouse.connector.spi.protocol.ProtocolDescriptor;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A signed-in person's connection. Each channel asks again who the caller is now. */
final class PersonConnection implements InboundConnection {
    private final Reception reception;
    private final SignInId signIn;
    private final LoginName name;
    private final ProtocolDescriptor protocol;
    private final SessionOrigin origin;
    private final String locale;
    private final PersonTunnels tunnels;
    private final Caller person;
    private volatile Runnable stopListening = () -> {};

    PersonConnection(Reception reception, SignInStep.SignedIn in, LoginName name, InboundOrigin origin, String locale) {
        this.reception = reception;
        this.signIn = in.id();
        this.name = name;
        this.protocol = KnownProtocols.all().require(origin.protocol());
        this.origin = Reception.from(origin);
        this.locale = locale;
        this.tunnels = reception.tunnels(() -> reception.current(signIn), this.origin, this::target);
        this.person = in.caller();
    }

    @Override
    public void established(Consumer<String> hangUp) {
        stopListening = reception.onSignInEnd(person, hangUp);
    }

    @Override
    public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
        return reception.work().supply(() -> route(request, output)).thenCompose(stage -> stage);
    }

    /** From the asset, where the sign-in named one; otherwise only to where an asset speaks the protocol that the person came by. */
    @Override
    public CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
        return name instanceof LoginName.Plain plain ? jump(plain, request) : tunnels.connect(request, toPerson);
    }

    /**
     * {@code ssh -J gatehouse account@asset}: where somebody jumps to the SSH port of an asset that they may reach, the connector's own
     * server answers in its place, and what is opened there takes the same way as {@code user@account@asset}.
     */
    private CompletionStage<TunnelAnswer> jump(LoginName.Plain plain, TunnelRequest request) {
        return reception.work().supply(() -> {
            Caller caller = reception.current(signIn);
            if (!reception.destinations().isSpoken(caller, protocol.name(), request.host(), request.port())) {
                throw SessionProblem.DESTINATION_UNKNOWN.problem(
                        "this is not the " + protocol.title() + " port of an asset that you may reach;"
                                + " to forward a connection from an asset, sign in as user@account@asset");
            }
            return new TunnelAnswer.Inner(account -> CompletableFuture.completedFuture(new JumpedConnection(
                    this, new LoginName.Direct(plain.user(), protocol.name(), account, request.host()))));
        });
    }

    @Override
    public CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
        return tunnels.listen(request, toPerson);
    }

    /** The account that tunnels go through. */
    private ConnectRequest target(Caller caller) {
        if (name instanceof LoginName.Direct direct) {
            return reception.destinations().resolve(caller, direct, TerminalRequest.exec(""));
        }
        throw SessionProblem.DESTINATION_WANTED.problem(
                "name an asset: to forward connections, sign in as user@account@asset");
    }

    /** What is opened inside a jump. The sign-in is the outer connection's and ends with that. */
    private record JumpedConnection(PersonConnection outer, LoginName.Direct target, PersonTunnels tunnels)
            implements InboundConnection {
        JumpedConnection(PersonConnection outer, LoginName.Direct target) {
            this(
                    outer,
                    target,
                    outer.reception.tunnels(
                            () -> outer.reception.current(outer.signIn),
                            outer.origin,
                            caller ->
                                    outer.reception.destinations().resolve(caller, target, TerminalRequest.exec(""))));
        }

        @Override
        public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
            return outer.reception
                    .work()
                    .supply(() -> outer.direct(outer.reception.current(outer.signIn), target, request, output))
                    .thenCompose(stage -> stage);
        }

        @Override
        public CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
            return tunnels.connect(request, toPerson);
        }

        @Override
        public CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
            return tunnels.listen(request, toPerson);
        }

        /** The sign-in is the outer connection's. */
        @Override
        public void closed() {
            tunnels.close();
        }
    }

    private CompletionStage<TerminalInput> route(TerminalRequest request, TerminalOutput output) {
        Caller caller = reception.current(signIn);
        return switch (name) {
            case LoginName.Direct direct -> direct(caller, direct, request, output);
            case LoginName.Plain plain -> plain(caller, request, output);
            case LoginName.Token token -> throw new IllegalStateException("tokens have their own connection");
        };
    }

    private CompletionStage<TerminalInput> plain(Caller caller, TerminalRequest request, TerminalOutput output) {
        if (request.kind() == TerminalRequest.Kind.SUBSYSTEM) {
            return CompletableFuture.completedFuture(reception.files(signIn, origin, request.command(), output));
        }
        return menu(caller, Optional.empty(), request, output);
    }

    private CompletionStage<TerminalInput> direct(
            Caller caller, LoginName.Direct named, TerminalRequest request, TerminalOutput output) {
        ConnectRequest wanted;
        try {
            wanted = reception.destinations().resolve(caller, named, request);
        } catch (ProblemException open) {
            if (open.kind() == Kind.INVALID && isTerminal(request)) {
                return menu(caller, Optional.of(named), request, output);
            }
            throw open;
        }
        return reception.opener().openTerminal(caller, origin, wanted, output);
    }

    private CompletionStage<TerminalInput> menu(
            Caller caller, Optional<LoginName.Direct> named, TerminalRequest request, TerminalOutput output) {
        if (!isTerminal(request)) {
            throw SessionProblem.DESTINATION_WANTED.problem(
                    "name an asset: sign in as user@account@asset, or with a terminal for the menu");
        }
        return CompletableFuture.completedFuture(reception.menu(caller, origin, locale, named, request, output));
    }

    private static boolean isTerminal(TerminalRequest request) {
        return request.kind() == TerminalRequest.Kind.SHELL && request.pty().isPresent();
    }

    @Override
    public void closed() {
        tunnels.close();
        reception.work().execute(() -> {
            stopListening.run();
            reception.closed(signIn);
        });
    }
}
