import gatehouse.identity.entity.GroupId;
import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.BuiltInPlatforms;
import gatehouse.inventory.entity.InventoryChanges;
import gatehouse.kernel.Caller;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.control.Answers;
import gatehouse.policy.control.Estate;
import gatehouse.policy.control.PermitChanges;
import gatehouse.policy.entity.AccessQuestion;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.Subject;
import gatehouse.vault.entity.AccountFacts;
import gatehouse.vault.entity.VaultChanges;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Measures the decision point in one process, in milliseconds of CPU, without database and network: an organisation is made up in memory, changed, and asked. The
 * person who asks reaches everything, which is the worst case. Argument: the file for the table. {@code BENCH_ASSETS}, {@code BENCH_NODES},
 * {@code BENCH_USERS}, {@code BENCH_PERMISSIONS} and {@code BENCH_ROUNDS} change the sizes.
 */
final class PolicyBench {
    private static final int ASSETS = MadeUp.number("BENCH_ASSETS", 100_000);
    private static final int NODES = MadeUp.number("BENCH_NODES", 10_000);
    private static final int USERS = MadeUp.number("BENCH_USERS", 10_000);
    private static final int PERMISSIONS = MadeUp.number("BENCH_PERMISSIONS", 5_000);
    private static final int ROUNDS = MadeUp.number("BENCH_ROUNDS", 60);
    private static final int DECISIONS = 20_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final MadeUp world = new MadeUp(ASSETS, NODES, USERS, PERMISSIONS);
    private final Random random = world.random;
    private final StringBuilder table = new StringBuilder();
    private Estate estate;
    private long version = 1;

    public static void main(String[] arguments) throws Exception {
        PolicyBench bench = new PolicyBench();
        bench.measure();
        Files.writeString(Path.of(arguments[0]), bench.table);
        System.out.print(bench.table);
    }

    private void measure() {
        Subject everything = world.people.getFirst();
        Subject ordinary = world.people.get(1);
        head();
        long begun = cpu();
        estate = world.estate(version);
        row("everything into memory, once", List.of((cpu() - begun) / 1e6));
        row("first page, somebody who never asked", timed(i -> first(new Subject(everything.user(), "user0", Set.of(GroupId.next())))));
        first(everything);
        row("first page, nothing changed", timed(i -> first(everything)));
        row("first page after an asset changed", timed(i -> {
            AssetFacts old = world.assets.get(random.nextInt(ASSETS));
            estate = estate.with(new InventoryChanges(++version, List.of(world.asset(old.id(), old.name() + "x")), List.of(), Optional.empty(), BuiltInPlatforms.all()));
            first(everything);
        }));
        row("first page after an account changed", timed(i -> {
            estate = estate.with(new VaultChanges(++version, List.of(world.account(world.assets.get(random.nextInt(ASSETS)).id())), List.of()));
            first(everything);
        }));
        row("first page after somebody else's permission changed", timed(i -> {
            estate = estate.with(new PermitChanges(++version, List.of(world.permit(world.people.get(2 + i).user(), Optional.empty(), world.anyNode())), List.of()));
            first(everything);
        }));
        row("first page after one's own permission changed", timed(i -> {
            estate = estate.with(new PermitChanges(++version, List.of(world.permit(everything.user(), Optional.empty(), world.anyNode())), List.of()));
            first(everything);
        }));
        row("first page after the tree changed", timed(i -> {
            estate = estate.with(new InventoryChanges(++version, List.of(), List.of(), Optional.of(world.nodes), BuiltInPlatforms.all()));
            first(everything);
        }));
        row("search in everything", timed(i -> new Answers(estate, everything, NOW).page(ReachFilter.ALL, PageRequest.first(50).searching("host-99" + i))));
        row("the tree with its counts", timed(i -> new Answers(estate, everything, NOW).tree(world.nodes.getFirst().id())));
        decisions("a decision, somebody with " + own(everything) + " permissions", everything);
        decisions("a decision, somebody with " + own(ordinary) + " permissions", ordinary);
    }

    private long own(Subject person) {
        return world.permits.stream()
                .filter(permit -> permit.details().users().contains(person.user())
                        || permit.details().groups().stream().anyMatch(person.groups()::contains))
                .count();
    }

    private void first(Subject person) {
        new Answers(estate, person, NOW).page(ReachFilter.ALL, PageRequest.first(50));
    }

    private void decisions(String name, Subject person) {
        Caller caller = new Caller(person.user(), person.username(), world.organisation, Set.of(), "192.0.2.1", "ssh", new UUID(0, 0));
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < DECISIONS; i++) {
            AccountFacts account = world.accounts.get(random.nextInt(world.accounts.size()));
            AccessQuestion question = new AccessQuestion(caller, account.asset(), new AccountRef.Stored(account.id()), "ssh", Action.CONNECT, NOW);
            long begun = cpu();
            new Answers(estate, person, NOW).decide(question);
            millis.add((cpu() - begun) / 1e6);
        }
        row(name, millis.subList(DECISIONS / 2, DECISIONS));
    }

    private static List<Double> timed(IntConsumer task) {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long begun = cpu();
            task.accept(i);
            millis.add((cpu() - begun) / 1e6);
        }
        return millis;
    }

    /** Of this thread: what others do on the machine at the same time does not count. */
    private static long cpu() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private void head() {
        table.append("| %,d assets, %,d nodes, %,d users, %,d permissions; CPU ms | p50 | p99 |%n|---|---|---|%n".formatted(ASSETS, NODES, USERS, PERMISSIONS));
    }

    private void row(String name, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        table.append(String.format(Locale.ROOT, "| %s | %.3f | %.3f |%n", name, sorted[sorted.length / 2], sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)]));
    }
}
