package gatehouse.session.control.opening;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.entity.Asset;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.policy.entity.Decision;
import gatehouse.session.entity.SessionKind;
import gatehouse.session.entity.SessionTarget;
import gatehouse.vault.entity.Account;
import java.util.Optional;

/**
 * Policy said yes: to whom, and on whose word.
 *
 * @param account absent when the login is typed by hand
 * @param username login name at the asset
 */
public record Admission(
        Asset asset, Optional<Account> account, String username, ProtocolEndpoint endpoint, Decision.Allow allow) {
    public SessionTarget target(String protocol, TerminalRequest request) {
        return target(protocol, SessionKind.of(request), request.command());
    }

    /** For a session of tunnels. */
    public SessionTarget tunnels(String protocol) {
        return target(protocol, SessionKind.TUNNEL, "");
    }

    private SessionTarget target(String protocol, SessionKind kind, String command) {
        return new SessionTarget(
                asset.id(),
                asset.name(),
                account.map(Account::id),
                username,
                protocol,
                kind,
                command,
                allow.permission());
    }
}
