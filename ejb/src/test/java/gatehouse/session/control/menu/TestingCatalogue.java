package gatehouse.session.control.menu;

import gatehouse.kernel.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Assets in memory, searched by looking at each: {@code web-00001} … in {@code 10.x.y.z}. */
final class TestingCatalogue implements MenuCatalogue {
    final List<MenuAsset> assets = new ArrayList<>();
    final List<MenuNode> nodes = new ArrayList<>();
    final List<MenuAccount> accounts = new ArrayList<>();
    final Map<MenuAsset, MenuQuery.Category> categories = new HashMap<>();
    RuntimeException failure;
    int refreshed;

    static TestingCatalogue of(int size) {
        TestingCatalogue catalogue = new TestingCatalogue();
        for (int i = 1; i <= size; i++) {
            catalogue.add("web-%05d".formatted(i), "10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255), "ssh");
        }
        catalogue.accounts.add(MenuAccount.stored(UUID.randomUUID(), "root", "root"));
        return catalogue;
    }

    MenuAsset add(String name, String address, String... protocols) {
        return addAt(name, address, Map.of(), protocols);
    }

    /** @param ports that are not the usual ones */
    MenuAsset addAt(String name, String address, Map<String, Integer> ports, String... protocols) {
        MenuAsset asset = new MenuAsset(UUID.randomUUID(), name, address, "Linux", "", "", List.of(protocols), ports);
        assets.add(asset);
        return asset;
    }

    @Override
    public Page<MenuAsset> assets(MenuQuery query, int offset, int limit) {
        if (failure != null) {
            throw failure;
        }
        List<MenuAsset> fitting = assets.stream()
                .filter(asset -> query.category() == MenuQuery.Category.ANY
                        || query.category() == categories.getOrDefault(asset, MenuQuery.Category.HOST))
                .filter(asset -> query.terms().stream().allMatch(term -> fits(asset, term)))
                .toList();
        return new Page<>(fitting.stream().skip(offset).limit(limit).toList(), fitting.size());
    }

    private static boolean fits(MenuAsset asset, String term) {
        String wanted = term.toLowerCase(Locale.ROOT);
        return asset.name().toLowerCase(Locale.ROOT).contains(wanted)
                || asset.address().contains(wanted);
    }

    @Override
    public List<MenuAsset> named(String text) {
        return assets.stream()
                .filter(asset ->
                        asset.name().equalsIgnoreCase(text) || asset.address().equals(text))
                .limit(100)
                .toList();
    }

    @Override
    public List<MenuNode> nodes() {
        return nodes;
    }

    @Override
    public List<MenuAccount> accounts(UUID asset, String protocol) {
        return accounts;
    }

    @Override
    public void refresh() {
        refreshed++;
    }
}
