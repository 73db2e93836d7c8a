package gatehouse.session.boundary;

import gatehouse.access.entity.SignInId;
import gatehouse.access.entity.SignInStep;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.inbound.InboundOrigin;
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

/** A signed-in person's connection. Each channel asks again who the caller is now. */
final class PersonConnection implements InboundConnection {
    private final Reception reception;
    private final SignInId signIn;
    private final LoginName name;
    private final SessionOrigin origin;
    private final String locale;

    PersonConnection(Reception reception, SignInStep.SignedIn in, LoginName name, InboundOrigin origin, String locale) {
        this.reception = reception;
        this.signIn = in.id();
        this.name = name;
        this.origin = Reception.from(origin);
        this.locale = locale;
    }

    @Override
    public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
        return reception.work().supply(() -> route(request, output)).thenCompose(stage -> stage);
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
        reception.work().execute(() -> reception.closed(signIn));
    }
}
