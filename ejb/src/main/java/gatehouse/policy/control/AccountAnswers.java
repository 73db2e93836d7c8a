package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.SecretKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** With which logins one person may connect to one asset. Pure. */
public final class AccountAnswers {
    private final Subject subject;
    private final Target target;
    private final List<Permit> permits;
    private final Engine.Wish wish;

    private AccountAnswers(Estate estate, Subject subject, Target target, Engine.Wish wish) {
        this.subject = subject;
        this.target = target;
        this.permits = estate.permits(subject, target);
        this.wish = wish;
    }

    public static List<ReachableAccount> of(
            Estate estate, Subject subject, AssetId asset, String protocol, Instant at) {
        return estate.target(asset)
                .map(target -> new AccountAnswers(
                                estate, subject, target, new Engine.Wish(protocol, Action.CONNECT, at))
                        .list())
                .orElse(List.of());
    }

    private List<ReachableAccount> list() {
        List<ReachableAccount> found = new ArrayList<>();
        target.accounts().forEach(account -> stored(account).ifPresent(found::add));
        boolean own = found.stream().anyMatch(account -> account.username().equals(subject.username()));
        if (!own) {
            typed(new AccountRef.SameName(), "@USER", subject.username()).ifPresent(found::add);
        }
        manual().ifPresent(found::add);
        return found;
    }

    private Optional<ReachableAccount> stored(AccountFacts account) {
        return grants(new AccountRef.Stored(account.id()))
                .map(grants -> new ReachableAccount(
                        new AccountRef.Stored(account.id()),
                        account.name(),
                        account.username(),
                        account.hasSecret(),
                        account.kind(),
                        actions(grants),
                        grants));
    }

    private Optional<ReachableAccount> typed(AccountRef ref, String name, String username) {
        return grants(ref)
                .map(grants ->
                        new ReachableAccount(ref, name, username, false, SecretKind.PASSWORD, actions(grants), grants));
    }

    /** Asked with a name that nobody excludes: the one that will be typed is asked again when it is known. */
    private Optional<ReachableAccount> manual() {
        return grants(new AccountRef.Manual("@INPUT"))
                .map(grants -> new ReachableAccount(
                        new AccountRef.Manual(""), "@INPUT", "", false, SecretKind.PASSWORD, actions(grants), grants));
    }

    private Optional<List<Grant>> grants(AccountRef ref) {
        return switch (Engine.decide(subject, target, ref, wish, permits)) {
            case Decision.Allow allow -> Optional.of(allow.grants());
            case Decision.Deny deny -> Optional.empty();
            case Decision.Review review -> Optional.empty();
            case Decision.Challenge challenge -> Optional.empty();
        };
    }

    private static Set<Action> actions(List<Grant> grants) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        grants.forEach(grant -> actions.addAll(grant.actions()));
        return actions;
    }
}
