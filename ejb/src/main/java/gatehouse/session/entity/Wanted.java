package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Secret;
import java.util.Optional;

/**
 * A connection as a person asks for it, before anybody has looked whether there is such a thing.
 *
 * @param account name or id of an account, {@code @USER} or {@code @INPUT}
 * @param username for {@code @INPUT}; empty otherwise
 * @param typed the secret, where none is stored
 * @param reusable for a token: until it expires; otherwise once
 */
public record Wanted(
        AssetId asset, String account, String protocol, String username, Optional<Secret> typed, boolean reusable) {}
