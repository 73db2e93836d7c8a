package gatehouse.policy.control;

import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.Login;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Reason;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.policy.entity.TunnelDestination;
import gatehouse.vault.entity.AccountFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides. Pure: facts in, one answer out.
 *
 * <p>Worked example: permission A gives {@code root} by ssh CONNECT without end, permission B gives {@code root} by ssh CONNECT and
 * UPLOAD until noon. UPLOAD is allowed until noon, by B; CONNECT without end, by A. A third one that lists {@code !root} by ssh
 * denies both; when it begins at eleven only, all of it ends at eleven.
 */
public final class Engine {
    private Engine() {}

    /** @param permits those of the subject and the target, in force or not */
    public static Decision decide(Subject subject, Target target, AccountRef account, Wish wish, List<Permit> permits) {
        Optional<Reason> obstacle = obstacle(subject, target, account, wish);
        if (obstacle.isPresent()) {
            return new Decision.Deny(List.of(obstacle.get()));
        }
        Login login = login(subject, target, account);
        List<Reason> exclusions = permits.stream()
                .filter(permit -> excludes(permit, login, wish))
                .map(permit -> Reasons.excluded(permit, login.username()))
                .toList();
        if (!exclusions.isEmpty()) {
            return new Decision.Deny(exclusions);
        }
        List<Grant> grants = grants(subject, target, login, wish, permits);
        return grants.stream()
                .filter(grant -> grant.actions().contains(wish.action()))
                .max(Comparator.comparing(Grant::until))
                .<Decision>map(best -> allow(best, grants))
                .orElseGet(() ->
                        new Decision.Deny(Reasons.refusals(new Reasons.Case(subject, target, login, wish), permits)));
    }

    /** What is wanted, beside who, where and with which account. */
    public record Wish(String protocol, Action action, Instant at, Optional<TunnelDestination> tunnel) {
        public Wish(String protocol, Action action, Instant at) {
            this(protocol, action, at, Optional.empty());
        }
    }

    /** Whether {@code login} is allowed, without reasons; for lists. */
    static boolean allows(Subject subject, Login login, Wish wish, List<Permit> permits) {
        boolean given = false;
        if (!wish.at().isBefore(subject.until())) {
            return false;
        }
        for (Permit permit : permits) {
            if (excludes(permit, login, wish)) {
                return false;
            }
            given = given
                    || (gives(subject, permit, login, wish)
                            && permit.details().actions().contains(wish.action()));
        }
        return given;
    }

    private static Optional<Reason> obstacle(Subject subject, Target target, AccountRef account, Wish wish) {
        if (!wish.at().isBefore(subject.until())) {
            return Optional.of(Reasons.personExpired(subject));
        }
        if (!target.asset().active()) {
            return Optional.of(Reasons.assetInactive(target));
        }
        if (!target.asset().speaks(wish.protocol())) {
            return Optional.of(Reasons.notSpoken(target, wish.protocol()));
        }
        return switch (account) {
            case AccountRef.Stored stored -> {
                Optional<AccountFacts> found = target.account(stored.id());
                if (found.isEmpty()) {
                    yield Optional.of(Reasons.accountUnknown(target));
                }
                yield found.filter(facts -> !facts.active()).map(Reasons::accountInactive);
            }
            case AccountRef.SameName same -> Optional.empty();
            case AccountRef.Manual manual ->
                manual.username().isBlank() ? Optional.of(Reasons.accountUnknown(target)) : Optional.empty();
        };
    }

    private static Login login(Subject subject, Target target, AccountRef account) {
        return switch (account) {
            case AccountRef.Stored stored ->
                new Login(stored, target.account(stored.id()).orElseThrow().username());
            case AccountRef.SameName same -> new Login(same, subject.username());
            case AccountRef.Manual manual -> new Login(manual, manual.username());
        };
    }

    /** R8.2: for the same people, asset and protocol, whatever the actions. */
    private static boolean excludes(Permit permit, Login login, Wish wish) {
        return permit.details().accounts().excludes(login.username())
                && permit.details().holds(wish.at())
                && permit.details().speaks(wish.protocol());
    }

    private static boolean gives(Subject subject, Permit permit, Login login, Wish wish) {
        return permit.details().holds(wish.at())
                && permit.details().speaks(wish.protocol())
                && permit.details().accounts().gives(login, subject.username());
    }

    private static List<Grant> grants(Subject subject, Target target, Login login, Wish wish, List<Permit> permits) {
        Instant latest = earlier(subject.until(), excludedFrom(login, wish, permits));
        return permits.stream()
                .filter(permit -> gives(subject, permit, login, wish))
                .map(permit -> new Grant(
                        permit.id(),
                        permit.details().name(),
                        actions(permit, target, wish),
                        earlier(permit.details().end(), latest)))
                .toList();
    }

    /** R8.2 also for exclusions that are still to come: what runs by a grant ends when the first of them begins. */
    private static Instant excludedFrom(Login login, Wish wish, List<Permit> permits) {
        return permits.stream()
                .map(Permit::details)
                .filter(details -> details.active()
                        && details.speaks(wish.protocol())
                        && details.accounts().excludes(login.username()))
                .flatMap(details -> details.from().stream())
                .filter(wish.at()::isBefore)
                .min(Comparator.naturalOrder())
                .orElse(Decision.NEVER);
    }

    /** R8.6: a grant whose tunnels lead elsewhere gives no tunnel. */
    private static Set<Action> actions(Permit permit, Target target, Wish wish) {
        Set<Action> given = permit.details().actions();
        return reaches(permit, target, wish)
                ? given
                : given.stream().filter(action -> action != Action.TUNNEL).collect(Collectors.toSet());
    }

    static boolean reaches(Permit permit, Target target, Wish wish) {
        return wish.tunnel().isEmpty()
                || permit.details()
                        .tunnels()
                        .reaches(wish.tunnel().get(), target.asset().address());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Decision allow(Grant best, List<Grant> grants) {
        List<Grant> ordered = new ArrayList<>(grants);
        ordered.remove(best);
        ordered.addFirst(best);
        return new Decision.Allow(
                best.until(), best.actions(), List.of(Reasons.granted(best)), best.permission(), ordered);
    }
}
