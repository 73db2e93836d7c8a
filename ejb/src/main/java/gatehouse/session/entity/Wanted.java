package gatehouse.session.entity;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.KernelProblem;
import gatehouse.kernel.Secret;
import gatehouse.policy.entity.AccountRef;
import java.util.Optional;

/**
 * A connection as a person asks for it, before anybody has looked whether there is such a thing.
 *
 * @param account name or id of an account, {@code @USER} or {@code @INPUT}
 * @param username for {@code @INPUT}; empty otherwise
 * @param typed the secret, where none is stored; at most 4 KiB, as SSH takes
 * @param reusable for a token: until it expires; otherwise once
 */
public record Wanted(
        AssetId asset, String account, String protocol, String username, Optional<Secret> typed, boolean reusable) {
    private static final int LONGEST_SECRET = 4096;
    private static final int LONGEST_NAME = 128;

    public Wanted {
        AccountRef.Manual.requireName(username);
        if (username.length() > LONGEST_NAME) {
            throw KernelProblem.VALUE_INVALID.problem("a username has at most " + LONGEST_NAME + " characters");
        }
        if (typed.filter(secret -> secret.length() > LONGEST_SECRET).isPresent()) {
            throw KernelProblem.VALUE_INVALID.problem("a typed secret has at most " + LONGEST_SECRET + " bytes");
        }
    }
}
