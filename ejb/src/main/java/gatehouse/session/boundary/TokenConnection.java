package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.connector.spi.tunnel.Arrivals;
import gatehouse.connector.spi.tunnel.ListenRequest;
import gatehouse.connector.spi.tunnel.Listening;
import gatehouse.connector.spi.tunnel.TunnelAnswer;
import gatehouse.connector.spi.tunnel.TunnelFlow;
import gatehouse.connector.spi.tunnel.TunnelRequest;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** A connection that a token opened: everything on it goes to the token's account, and is decided anew each time. It ends with what its token stands on. */
final class TokenConnection implements InboundConnection {
    private final SessionOpener opener;
    private final ConnectionTokens tokens;
    private final ConnectionTokens.Redeemed redeemed;
    private final SessionOrigin origin;
    private final PersonTunnels tunnels;
    private volatile Runnable stopListening = () -> {};

    TokenConnection(
            SessionOpener opener,
            ConnectionTokens tokens,
            ConnectionTokens.Redeemed redeemed,
            SessionOrigin origin,
            PersonTunnels forwarding) {
        this.opener = opener;
        this.tokens = tokens;
        this.redeemed = redeemed;
        this.origin = origin;
        this.tunnels = forwarding;
    }

    @Override
    public void established(Consumer<String> hangUp) {
        stopListening = tokens.onEnd(redeemed, hangUp);
        if (redeemed.use().isClosed()) {
            stopListening.run();
        }
    }

    @Override
    public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
        requireOpen();
        return opener.openTerminal(redeemed.caller(), origin, tokens.request(redeemed.token(), request), output);
    }

    @Override
    public CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
        requireOpen();
        return tunnels.connect(request, toPerson);
    }

    @Override
    public CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
        requireOpen();
        return tunnels.listen(request, toPerson);
    }

    private void requireOpen() {
        redeemed.use().over().ifPresent(why -> {
            throw SessionProblem.TOKEN_REFUSED.problem("nothing more is opened by this connection token: " + why);
        });
    }

    /** Its terminals were closed before, and there is no sign-in to end. */
    @Override
    public void closed() {
        redeemed.use().close();
        stopListening.run();
        tunnels.close();
    }
}
