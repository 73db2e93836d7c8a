package gatehouse.session.control.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileTree;
import gatehouse.inventory.entity.KnownProtocols;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.ReachFilter;
import gatehouse.policy.entity.ReachableAccount;
import gatehouse.policy.entity.ReachableAsset;
import gatehouse.session.control.menu.LoginName;
import gatehouse.session.control.opening.Destinations;
import gatehouse.session.entity.ConnectRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** One person's tree: assets that they may reach, their accounts that have a stored secret, and below the assets' own files. */
final class ReachTree implements FileTree {
    private static final String USUAL = KnownProtocols.all().usual().name();
    private static final List<String> PROTOCOLS = KnownProtocols.all().filesBy(USUAL);
    private static final int MOST_ASSETS = 20_000;

    private final Supplier<Caller> caller;
    private final Decisions decisions;
    private final Destinations destinations;
    private final BiFunction<ConnectRequest, TerminalOutput, CompletionStage<TerminalInput>> opener;
    private final Executor work;

    /** @param caller as of now: rights may end while the tree is open */
    ReachTree(
            Supplier<Caller> caller,
            Decisions decisions,
            Destinations destinations,
            BiFunction<ConnectRequest, TerminalOutput, CompletionStage<TerminalInput>> opener,
            Executor work) {
        this.caller = caller;
        this.decisions = decisions;
        this.destinations = destinations;
        this.opener = opener;
        this.work = work;
    }

    @Override
    public CompletionStage<Optional<List<String>>> list(List<String> folder) {
        return CompletableFuture.supplyAsync(
                () -> folder.isEmpty() ? Optional.of(assets()) : accounts(folder.getFirst()), work);
    }

    @Override
    public CompletionStage<TerminalInput> open(List<String> target, TerminalOutput output) {
        return CompletableFuture.supplyAsync(() -> resolve(target), work)
                .thenCompose(request -> opener.apply(request, output));
    }

    private ConnectRequest resolve(List<String> target) {
        Caller who = caller.get();
        LoginName.Direct named = new LoginName.Direct(who.username(), USUAL, target.getLast(), target.getFirst());
        return destinations.resolve(who, named, FileProtocols.usualRequest());
    }

    /** By name; where several have the same name, or one that cannot be a folder's, by id. */
    private List<String> assets() {
        List<ReachableAsset> all = reachable();
        Map<String, Long> count =
                all.stream().collect(Collectors.groupingBy(ReachableAsset::name, Collectors.counting()));
        return all.stream()
                .map(asset -> count.get(asset.name()) == 1 && isFolderName(asset.name())
                        ? asset.name()
                        : asset.id().toString())
                .toList();
    }

    private List<ReachableAsset> reachable() {
        Caller who = caller.get();
        List<ReachableAsset> all = new ArrayList<>();
        Page<ReachableAsset> page;
        do {
            page = decisions.reachable(
                    who, ReachFilter.ALL, new PageRequest(PageRequest.MAX_LIMIT, all.size(), "", List.of()));
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total() && all.size() < MOST_ASSETS);
        return all.stream().filter(ReachTree::hasFiles).toList();
    }

    private Optional<List<String>> accounts(String asset) {
        Caller who = caller.get();
        List<ReachableAsset> found = destinations.named(who, asset).stream()
                .filter(ReachTree::hasFiles)
                .toList();
        if (found.size() != 1) {
            return Optional.empty();
        }
        Set<String> names = new TreeSet<>();
        for (String protocol : PROTOCOLS) {
            decisions.accounts(who, found.getFirst().id(), protocol).stream()
                    .filter(ReachableAccount::hasSecret)
                    .map(ReachableAccount::name)
                    .filter(ReachTree::isFolderName)
                    .forEach(names::add);
        }
        return Optional.of(List.copyOf(names));
    }

    private static boolean hasFiles(ReachableAsset asset) {
        return asset.protocols().stream().anyMatch(endpoint -> PROTOCOLS.contains(endpoint.protocol()));
    }

    private static boolean isFolderName(String name) {
        return !name.isEmpty() && !name.contains("/") && !name.equals(".") && !name.equals("..");
    }
}
