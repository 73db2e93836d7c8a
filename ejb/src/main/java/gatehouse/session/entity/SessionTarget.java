package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.policy.entity.PermissionId;
import gatehouse.vault.entity.AccountId;
import java.util.Optional;

/**
 * Where a session went, as it was at that time.
 *
 * @param account absent when the login was typed by hand
 * @param accountName login name at the asset
 * @param command of an exec, name of a subsystem, empty for a shell
 * @param permission the one that let it in
 */
public record SessionTarget(
        AssetId asset,
        String assetName,
        Optional<AccountId> account,
        String accountName,
        String protocol,
        SessionKind kind,
        String command,
        PermissionId permission) {}
