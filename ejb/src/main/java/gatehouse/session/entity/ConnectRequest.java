package gatehouse.session.entity;

import gatehouse.connector.spi.TerminalRequest;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Secret;
import gatehouse.policy.entity.AccountRef;
import java.util.Objects;
import java.util.Optional;

/**
 * What somebody wants to be connected to.
 *
 * @param protocol name of the asset's protocol, for example {@code ssh}
 * @param terminal what is to run there
 * @param typedSecret the password that the person typed, where none is stored; the opener takes it over and wipes it
 */
public record ConnectRequest(
        AssetId asset, AccountRef account, String protocol, TerminalRequest terminal, Optional<Secret> typedSecret) {
    public ConnectRequest {
        Objects.requireNonNull(asset);
        Objects.requireNonNull(account);
        Objects.requireNonNull(protocol);
        Objects.requireNonNull(terminal);
        Objects.requireNonNull(typedSecret);
    }

    /** With the stored secret. */
    public ConnectRequest(AssetId asset, AccountRef account, String protocol, TerminalRequest terminal) {
        this(asset, account, protocol, terminal, Optional.empty());
    }
}
