package gatehouse.access.control;

import gatehouse.access.entity.SignInBar;
import gatehouse.access.entity.SignInOrigin;
import gatehouse.access.entity.SignInRules;
import gatehouse.kernel.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Answers failures (R10.3). Worked example with the default rules: the fifth wrong password for {@code admin} from 192.0.2.7 bars that
 * pair for 15 minutes; from other addresses {@code admin} still gets in, from the eleventh failure on half a second later, then one
 * second, at most four. Guesses that come at the same time count like guesses that come one after the other.
 */
@ApplicationScoped
public class Throttles {
    /** Where a thread of the server waits with whoever signs in. */
    private static final Set<String> OVER_HTTP = Set.of("web", "api");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long FIRST_DELAY_MILLIS = 500;
    private static final int MOST_DOUBLINGS = 10;
    private static final int LONGEST_NAME = 64;
    private static final String PAIR = "pair ";
    private static final String OVERALL = "overall";

    private final Turns turns = new Turns();
    private FailureCounts counts;
    private Clock clock;

    protected Throttles() {}

    @Inject
    Throttles(FailureCounts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    /** How long this pair of account and address, or the address itself, has to stay away. */
    public Optional<Duration> barred(SignInRules rules, String username, String address) {
        Instant now = clock.instant();
        FailureCount pair = counts.get(pair(username, address), now, rules.pairBar());
        if (pair.failures() >= rules.pairFailures()) {
            return Optional.of(pair.left(now, rules.pairBar()));
        }
        return barred(rules, address);
    }

    /** The same for whatever account. */
    public Optional<Duration> barred(SignInRules rules, String address) {
        Instant now = clock.instant();
        FailureCount network = counts.get(network(address), now, rules.pairBar());
        return network.failures() >= rules.addressFailures()
                ? Optional.of(network.left(now, rules.pairBar()))
                : Optional.empty();
    }

    /**
     * A turn to prove something; to be closed once a failure has been counted or there was none. Who comes over HTTP holds a thread of the
     * server's, and waits for a moment only, as one of few for the same account and address.
     *
     * @throws gatehouse.kernel.ProblemException {@code BUSY}
     */
    public Turn turn(SignInRules rules, String username, SignInOrigin origin) {
        String address = origin.address();
        return turn(
                rules,
                List.of(pairLimit(rules, username, address), networkLimit(rules, address)),
                OVER_HTTP.contains(origin.channel()) ? Turns.Patience.SHORT : Turns.Patience.LONG);
    }

    /** The same for somebody who is signed in, and has a share of the server's threads of their own. */
    Turn turn(SignInRules rules, String username, String address, UUID signIn) {
        return turn(
                rules,
                List.of(
                        pairLimit(rules, username, address),
                        networkLimit(rules, address),
                        new Turns.Limit(within(signIn), rules.pairFailures())),
                Turns.Patience.LONG);
    }

    private Turn turn(SignInRules rules, List<Turns.Limit> limits, Turns.Patience patience) {
        return turns.take(
                        limits,
                        key -> counts.get(key, clock.instant(), rules.pairBar()).failures(),
                        patience)
                .map(giveBack -> new Turn(true, giveBack))
                .orElseGet(() -> new Turn(false, () -> {}));
    }

    private static Turns.Limit pairLimit(SignInRules rules, String username, String address) {
        return new Turns.Limit(pair(username, address), rules.pairFailures());
    }

    private static Turns.Limit networkLimit(SignInRules rules, String address) {
        return new Turns.Limit(network(address), rules.addressFailures());
    }

    /** @param given otherwise it is barred */
    public record Turn(boolean given, Runnable giveBack) implements AutoCloseable {
        @Override
        public void close() {
            giveBack.run();
        }
    }

    /** How much later this account's answer comes. */
    public Duration delay(SignInRules rules, String username) {
        Instant now = clock.instant();
        if (counts.get(OVERALL, now, MINUTE).failures() >= rules.overallFailures()) {
            return rules.slowest();
        }
        int beyond = counts.get(account(username), now, rules.pairBar()).failures() - rules.slowAfter();
        if (beyond < 0) {
            return Duration.ZERO;
        }
        Duration delay = Duration.ofMillis(FIRST_DELAY_MILLIS << Math.min(beyond, MOST_DOUBLINGS));
        return delay.compareTo(rules.slowest()) < 0 ? delay : rules.slowest();
    }

    /** @return true when this failure is the one that bars */
    public boolean failed(SignInRules rules, String username, String address) {
        Instant now = clock.instant();
        counts.add(OVERALL, now, MINUTE);
        counts.add(account(username), now, rules.pairBar());
        int network = counts.add(network(address), now, rules.pairBar()).failures();
        int pair = counts.add(pair(username, address), now, rules.pairBar()).failures();
        return pair == rules.pairFailures() || network == rules.addressFailures();
    }

    /** The same for guesses that come through one sign-in, from wherever. */
    public Optional<Duration> barredWithin(SignInRules rules, UUID signIn) {
        Instant now = clock.instant();
        FailureCount within = counts.get(within(signIn), now, rules.pairBar());
        return within.failures() >= rules.pairFailures()
                ? Optional.of(within.left(now, rules.pairBar()))
                : Optional.empty();
    }

    public void failedWithin(SignInRules rules, UUID signIn) {
        counts.add(within(signIn), clock.instant(), rules.pairBar());
    }

    /** Only the pair starts anew: a success from one address says nothing about guesses from others. */
    public void succeeded(String username, String address) {
        counts.clear(pair(username, address));
    }

    /** Where each of these accounts is barred, soonest over first; those that are barred nowhere are absent. */
    public Map<String, List<SignInBar>> bars(SignInRules rules, Collection<String> usernames) {
        Set<String> wanted = Set.copyOf(usernames);
        Map<String, List<SignInBar>> bars = new HashMap<>();
        counts.beginning(PAIR, clock.instant(), rules.pairBar()).forEach((key, count) -> {
            // names may have spaces, networks have none
            int space = key.lastIndexOf(' ');
            String username = key.substring(PAIR.length(), space);
            if (count.failures() >= rules.pairFailures() && wanted.contains(username)) {
                bars.computeIfAbsent(username, _ -> new ArrayList<>())
                        .add(new SignInBar(
                                key.substring(space + 1), count.since().plus(rules.pairBar())));
            }
        });
        bars.values().forEach(each -> each.sort(Comparator.comparing(SignInBar::until)));
        return bars;
    }

    /** Forgets the account's failures from each address; that it is guessed at, and from where, stays known. */
    public void lift(String username) {
        String pairs = PAIR + username + ' ';
        counts.beginning(pairs, clock.instant(), Duration.ZERO).keySet().stream()
                .filter(key -> key.lastIndexOf(' ') == pairs.length() - 1)
                .forEach(counts::clear);
    }

    private static String within(UUID signIn) {
        return "within " + signIn;
    }

    private static String pair(String username, String address) {
        return PAIR + shortened(username) + " " + Network.of(address);
    }

    private static String account(String username) {
        return "account " + shortened(username);
    }

    /** Nobody's name is longer, and strangers must not fill the memory with theirs. */
    private static String shortened(String username) {
        return username.length() <= LONGEST_NAME ? username : username.substring(0, LONGEST_NAME);
    }

    private static String network(String address) {
        return "address " + Network.of(address);
    }
}
