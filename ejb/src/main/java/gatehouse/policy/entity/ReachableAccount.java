package gatehouse.policy.entity;

import gatehouse.vault.entity.SecretKind;
import java.util.List;
import java.util.Set;

/**
 * An account that a person may use on an asset by one protocol.
 *
 * @param name what people pick; {@code @USER} or {@code @INPUT} when the secret is typed
 * @param username what is sent; empty for {@code @INPUT}
 * @param hasSecret otherwise the person is asked for it
 * @param kind of the stored secret
 * @param actions that some grant gives now; ask {@code Decisions} before acting on one
 * @param grants the same, whole
 */
public record ReachableAccount(
        AccountRef ref,
        String name,
        String username,
        boolean hasSecret,
        SecretKind kind,
        Set<Action> actions,
        List<Grant> grants) {
    public ReachableAccount {
        actions = Set.copyOf(actions);
        grants = List.copyOf(grants);
    }
}
