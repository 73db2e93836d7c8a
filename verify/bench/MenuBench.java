import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Work;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.control.AccountAnswers;
import gatehouse.policy.control.Answers;
import gatehouse.policy.control.Estate;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.policy.entity.ReachableNode;
import gatehouse.policy.entity.Subject;
import gatehouse.session.control.menu.InteractiveMenu;
import gatehouse.session.control.menu.MenuOptions;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.control.opening.ReachCatalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Measures the interactive menu: from the last byte of what is typed to the last byte of the answer. The menu, its catalogue and the
 * decision point are the product's; the organisation is made up in memory (no database, which adds three look-ups by key, and no network).
 * The person reaches everything. Argument: the file for the table. {@code BENCH_MENU_ASSETS}, {@code BENCH_NODES} and
 * {@code BENCH_ROUNDS} change the sizes.
 */
final class MenuBench {
    private static final int ASSETS = MadeUp.number("BENCH_MENU_ASSETS", 50_000);
    private static final int NODES = MadeUp.number("BENCH_NODES", 1_000);
    private static final int ROUNDS = MadeUp.number("BENCH_ROUNDS", 60);
    private static final int WARM_UP = 20;
    private static final long SILENCE = Duration.ofMillis(60).toNanos();
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final MadeUp world = new MadeUp(ASSETS, NODES, 1_000, 500);
    private final Subject person = world.people.getFirst();
    private final Caller caller =
            new Caller(person.user(), person.username(), world.organisation, Set.of(), "192.0.2.1", "ssh", new UUID(0, 0));
    private final Screen screen = new Screen();
    private final StringBuilder table = new StringBuilder();
    private TerminalInput keys;

    public static void main(String[] arguments) throws Exception {
        MenuBench bench = new MenuBench();
        bench.measure();
        Files.writeString(Path.of(arguments[0]), bench.table);
        System.out.print(bench.table);
        System.exit(0);
    }

    private void measure() throws InterruptedException {
        Pty pty = new Pty("xterm", WindowSize.cells(80, 24), Map.of());
        MenuOptions options = new MenuOptions(person.username(), "", Locale.ENGLISH, Duration.ofHours(1), pty, Optional.empty(), Optional.empty());
        Decisions decisions = new InMemory(world.estate(1), person);
        ReachCatalogue catalogue = new ReachCatalogue(caller, decisions, new Destinations(decisions), Set.of("ssh"));
        keys = InteractiveMenu.start(
                new Work("menu", null), options, catalogue, (choice, output) -> CompletableFuture.failedFuture(new IllegalStateException()), screen);
        screen.settle();
        table.append("| menu with %,d assets in %,d nodes | p50 ms | p99 ms |%n|---|---|---|%n".formatted(ASSETS, NODES));
        for (String typed : List.of("p", "n", "b", "/host-99", "//5", "g", "h", "r", "?")) {
            row(typed, times(typed));
        }
        row("one letter, echoed", echoes());
    }

    private List<Double> times(String typed) throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS + WARM_UP; i++) {
            type(typed);
            screen.settle();
            double answered = answer("\r");
            if (i >= WARM_UP) {
                millis.add(answered);
            }
        }
        return millis;
    }

    private List<Double> echoes() throws InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            millis.add(answer("x"));
        }
        return millis;
    }

    private double answer(String typed) throws InterruptedException {
        long begun = System.nanoTime();
        type(typed);
        screen.settle();
        return (screen.last - begun) / 1e6;
    }

    private void type(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        keys.input(bytes, 0, bytes.length, Completion.NOTHING);
    }

    private void row(String name, List<Double> millis) {
        double[] sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        table.append(String.format(Locale.ROOT, "| `%s` | %.2f | %.2f |%n", name, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]));
    }

    private static final class Screen implements TerminalOutput {
        private volatile long last = System.nanoTime();
        private volatile boolean fresh;

        /** Waits until something came, and then nothing more for a while. */
        void settle() throws InterruptedException {
            long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (!fresh && System.nanoTime() < patience) {
                Thread.sleep(1);
            }
            while (System.nanoTime() - last < SILENCE) {
                Thread.sleep(1);
            }
            fresh = false;
        }

        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            last = System.nanoTime();
            fresh = true;
            done.complete();
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            output(bytes, offset, length, done);
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        @Override
        public void closed(Optional<ProblemException> reason) {}
    }

    /** The decision point without its database. */
    private static final class InMemory extends Decisions {
        private final Estate estate;
        private final Subject person;

        InMemory(Estate estate, Subject person) {
            this.estate = estate;
            this.person = person;
        }

        private Answers answers() {
            return new Answers(estate, person, NOW);
        }

        @Override
        public Page<ReachableAsset> reachable(Caller caller, ReachFilter filter, PageRequest request) {
            return answers().page(filter, request);
        }

        @Override
        public List<ReachableNode> tree(Caller caller) {
            return answers().tree(gatehouse.inventory.entity.Node.rootOf(caller.organisation()));
        }

        @Override
        public List<ReachableAccount> accounts(Caller caller, AssetId asset, String protocol) {
            return AccountAnswers.of(estate, person, asset, protocol, NOW);
        }
    }
}
