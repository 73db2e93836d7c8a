package gatehouse.policy.control;

import static gatehouse.policy.control.TestingFacts.NOW;
import static gatehouse.policy.control.TestingFacts.account;
import static gatehouse.policy.control.TestingFacts.asset;
import static gatehouse.policy.control.TestingFacts.permit;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.PermissionDetails;
import gatehouse.policy.entity.Permit;
import gatehouse.policy.entity.Subject;
import gatehouse.policy.entity.Target;
import gatehouse.vault.entity.AccountFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The engine against a second one that writes every tuple out and knows nothing clever. */
class EnginePropertyTest {
    private static final List<String> NAMES = List.of("root", "alice", "deploy", "Admin");
    private static final List<String> WORDS =
            List.of("@ALL", "@USER", "@INPUT", "root", "alice", "deploy", "!root", "!admin", "!alice");
    private static final List<String> PROTOCOLS = List.of("ssh", "telnet");

    private final Random random = new Random(20_260_601);
    private final Subject subject = new Subject(UserId.next(), "alice", Set.of());

    @Test
    void agreesWithTheNaiveEvaluator() {
        int allowed = 0;
        for (int round = 0; round < 20_000; round++) {
            AssetFacts asset = asset("a");
            List<AccountFacts> accounts =
                    NAMES.stream().map(name -> account(asset.id(), name)).toList();
            List<Permit> permits = permits(random.nextInt(5));
            AccountRef ref = ref(accounts);
            String username = username(ref, accounts);
            Engine.Wish wish = new Engine.Wish(
                    any(PROTOCOLS), any(List.of(Action.values())), NOW.plus(Duration.ofHours(random.nextInt(5) - 2L)));
            Decision decision = Engine.decide(subject, new Target(asset, Set.of(), accounts), ref, wish, permits);
            Instant expected = naiveEnd(permits, ref, username, wish);
            assertThat(decision instanceof Decision.Allow).isEqualTo(expected.isAfter(wish.at()));
            if (decision instanceof Decision.Allow allow) {
                allowed++;
                assertThat(allow.until()).isEqualTo(expected);
                assertThat(allow.allows(wish.action(), wish.at())).isTrue();
            }
            assertThat(decision.reasons()).isNotEmpty();
        }
        assertThat(allowed).isGreaterThan(500);
    }

    /**
     * The latest end of a tuple account × protocol × action that holds, or the first moment at which the account is excluded when that
     * comes before; the beginning of time when there is none.
     */
    private Instant naiveEnd(List<Permit> permits, AccountRef ref, String username, Engine.Wish wish) {
        Instant latest = Instant.MIN;
        Instant excluded = Instant.MAX;
        for (Permit permit : permits) {
            PermissionDetails details = permit.details();
            boolean inTime = details.active()
                    && !details.from().orElse(Instant.MIN).isAfter(wish.at())
                    && details.until().orElse(Decision.NEVER).isAfter(wish.at());
            boolean spoken =
                    details.protocols().isEmpty() || details.protocols().contains(wish.protocol());
            List<String> words = details.accounts().words();
            boolean excludes = spoken && words.stream().anyMatch(w -> w.equalsIgnoreCase("!" + username));
            if (inTime && excludes) {
                return Instant.MIN;
            }
            Instant begin = details.from().orElse(Instant.MIN);
            if (details.active() && excludes && begin.isAfter(wish.at()) && begin.isBefore(excluded)) {
                excluded = begin;
            }
            if (inTime && spoken && details.actions().contains(wish.action()) && given(words, ref, username)) {
                Instant end = details.until().orElse(Decision.NEVER);
                latest = end.isAfter(latest) ? end : latest;
            }
        }
        return latest.isBefore(excluded) ? latest : excluded;
    }

    private boolean given(List<String> words, AccountRef ref, String username) {
        return switch (ref) {
            case AccountRef.Stored stored ->
                words.contains("@ALL")
                        || words.contains(username)
                        || (words.contains("@USER") && username.equals("alice"));
            case AccountRef.SameName same -> words.contains("@USER");
            case AccountRef.Manual manual -> words.contains("@INPUT");
        };
    }

    private AccountRef ref(List<AccountFacts> accounts) {
        return switch (random.nextInt(6)) {
            case 0 -> new AccountRef.SameName();
            case 1 -> new AccountRef.Manual(any(NAMES).toUpperCase(Locale.ROOT));
            default -> new AccountRef.Stored(any(accounts).id());
        };
    }

    private static String username(AccountRef ref, List<AccountFacts> accounts) {
        return switch (ref) {
            case AccountRef.Stored stored ->
                accounts.stream()
                        .filter(a -> a.id().equals(stored.id()))
                        .findFirst()
                        .orElseThrow()
                        .username();
            case AccountRef.SameName same -> "alice";
            case AccountRef.Manual manual -> manual.username();
        };
    }

    private List<Permit> permits(int count) {
        List<Permit> permits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var permit = permit("p" + i).accounts(any(WORDS), any(WORDS));
            permit.actions(actions().toArray(Action[]::new));
            if (random.nextBoolean()) {
                permit.protocols(any(PROTOCOLS));
            }
            if (random.nextInt(3) == 0) {
                permit.from(NOW.plus(Duration.ofHours(random.nextInt(3) - 2L)));
            }
            if (random.nextBoolean()) {
                permit.until(NOW.plus(Duration.ofHours(random.nextInt(3) + 1L)));
            }
            if (random.nextInt(8) == 0) {
                permit.inactive();
            }
            permits.add(permit.build());
        }
        return permits;
    }

    private Set<Action> actions() {
        Set<Action> actions = EnumSet.of(any(List.of(Action.values())));
        if (random.nextBoolean()) {
            actions.add(Action.CONNECT);
        }
        return actions;
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
