package gatehouse.web.policy;

import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.ReachableAccount;
import java.util.List;

/**
 * An account that the caller may connect with.
 *
 * @param ref the account's id, {@code @USER} or {@code @INPUT}; what a connection names
 * @param username empty for {@code @INPUT}
 * @param hasSecret otherwise the person types it
 */
public record ReachableAccountView(
        String ref, String name, String username, boolean hasSecret, String kind, List<String> actions) {
    static ReachableAccountView from(ReachableAccount account) {
        return new ReachableAccountView(
                account.ref().text(),
                account.name(),
                account.username(),
                account.hasSecret(),
                account.kind().name(),
                account.actions().stream().sorted().map(Action::name).toList());
    }
}
