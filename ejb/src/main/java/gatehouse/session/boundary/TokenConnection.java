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
import java.util.concurrent.CompletionStage;

/** A connection that a token opened: everything on it goes to the token's account, and is decided anew each time. */
final class TokenConnection implements InboundConnection {
    private final SessionOpener opener;
    private final ConnectionTokens tokens;
    private final ConnectionTokens.Redeemed redeemed;
    private final SessionOrigin origin;
    private final PersonTunnels tunnels;

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
    public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
        return opener.openTerminal(redeemed.caller(), origin, tokens.request(redeemed.token(), request), output);
    }

    @Override
    public CompletionStage<TunnelAnswer> tunnel(TunnelRequest request, TunnelFlow toPerson) {
        return tunnels.connect(request, toPerson);
    }

    @Override
    public CompletionStage<Listening> listen(ListenRequest request, Arrivals toPerson) {
        return tunnels.listen(request, toPerson);
    }

    /** Its terminals were closed before, and there is no sign-in to end. */
    @Override
    public void closed() {
        tunnels.close();
    }
}
