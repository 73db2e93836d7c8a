package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.inbound.InboundConnection;
import gatehouse.session.entity.SessionOrigin;
import java.util.concurrent.CompletionStage;

/** A connection that a token opened: everything on it goes to the token's account, and is decided anew each time. */
final class TokenConnection implements InboundConnection {
    private final SessionOpener opener;
    private final ConnectionTokens tokens;
    private final ConnectionTokens.Redeemed redeemed;
    private final SessionOrigin origin;

    TokenConnection(
            SessionOpener opener, ConnectionTokens tokens, ConnectionTokens.Redeemed redeemed, SessionOrigin origin) {
        this.opener = opener;
        this.tokens = tokens;
        this.redeemed = redeemed;
        this.origin = origin;
    }

    @Override
    public CompletionStage<TerminalInput> terminal(TerminalRequest request, TerminalOutput output) {
        return opener.openTerminal(redeemed.caller(), origin, tokens.request(redeemed.token(), request), output);
    }

    @Override
    public void closed() {
        // its sessions were closed before, and there is no sign-in to end
    }
}
