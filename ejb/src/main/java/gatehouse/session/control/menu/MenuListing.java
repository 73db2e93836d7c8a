package gatehouse.session.control.menu;

import gatehouse.kernel.Page;
import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list that the person looks at: assets of a query, or the nodes of the tree; one page of it at a time. Rows count from 1. */
final class MenuListing {
    private static final int SMALLEST_PAGE = 3;
    private static final int NOT_ROWS = 3;
    private static final int LARGEST_PAGE = 200;

    /** What is listed. */
    private sealed interface Content {
        record Assets(MenuQuery query) implements Content {}

        record Nodes(List<MenuNode> nodes) implements Content {}
    }

    /** One page of it, as it was read. */
    private record Shown(Content content, int offset, int pageSize, Page<MenuAsset> assets, MenuNodes nodes) {}

    private final MenuCatalogue catalogue;
    private Shown shown =
            new Shown(new Content.Nodes(List.of()), 0, SMALLEST_PAGE, new Page<>(List.of(), 0), MenuNodes.NONE);
    private boolean begun;

    MenuListing(MenuCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    boolean hasBegun() {
        return begun;
    }

    /**
     * Lists from the first row on; {@link #paint} then shows it.
     *
     * @return false when nothing fits: then the list before stays, since its numbers are still on the screen
     */
    boolean show(MenuQuery query, int columns, int rows) {
        Shown before = shown;
        boolean first = !begun;
        begin(new Content.Assets(query), columns, rows);
        if (first || !shown.assets.items().isEmpty() || !shown.nodes.found().isEmpty()) {
            return true;
        }
        shown = before;
        return false;
    }

    void showNodes(int columns, int rows) {
        begin(new Content.Nodes(catalogue.nodes()), columns, rows);
    }

    private void begin(Content content, int columns, int rows) {
        begun = true;
        read(content, 0, columns, rows);
    }

    /** Reads the page anew, for a window of this size. */
    void load(int columns, int rows) {
        read(shown.content, shown.offset, columns, rows);
    }

    private void read(Content content, int offset, int columns, int rows) {
        int footer = MenuTable.wrap("x".repeat(110), columns).size();
        int pageSize = Math.clamp((long) rows - NOT_ROWS - footer, SMALLEST_PAGE, LARGEST_PAGE);
        if (content instanceof Content.Assets(MenuQuery query)) {
            MenuNodes nodes = MenuNodes.named(query, catalogue);
            int left = Math.max(SMALLEST_PAGE, pageSize - nodes.height(rows));
            shown = new Shown(content, offset, left, catalogue.assets(query, offset, left), nodes);
            return;
        }
        shown = new Shown(content, offset, pageSize, shown.assets, shown.nodes);
    }

    long total() {
        return switch (shown.content) {
            case Content.Assets _ -> shown.assets.total();
            case Content.Nodes(List<MenuNode> nodes) -> nodes.size();
        };
    }

    boolean showsNodes() {
        return shown.content instanceof Content.Nodes;
    }

    Optional<MenuQuery> query() {
        return shown.content instanceof Content.Assets(MenuQuery query) ? Optional.of(query) : Optional.empty();
    }

    /** @return false when there is no further page */
    boolean next(int columns, int rows) {
        if (shown.offset + shown.pageSize >= total()) {
            return false;
        }
        read(shown.content, shown.offset + shown.pageSize, columns, rows);
        return true;
    }

    /** @return false on the first page */
    boolean previous(int columns, int rows) {
        if (shown.offset == 0) {
            return false;
        }
        read(shown.content, Math.max(0, shown.offset - shown.pageSize), columns, rows);
        return true;
    }

    /** @param number as shown, from 1, of any page */
    Optional<MenuAsset> asset(int number) {
        if (!(shown.content instanceof Content.Assets(MenuQuery query))
                || number < 1
                || number > shown.assets.total()) {
            return Optional.empty();
        }
        int index = number - 1 - shown.offset;
        if (index >= 0 && index < shown.assets.items().size()) {
            return Optional.of(shown.assets.items().get(index));
        }
        return catalogue.assets(query, number - 1, 1).items().stream().findFirst();
    }

    List<String> paint(MenuText text, int columns, int rows) {
        return switch (shown.content) {
            case Content.Assets _ -> paintAssets(text, columns, rows);
            case Content.Nodes(List<MenuNode> nodes) -> paintNodes(nodes, text, columns);
        };
    }

    private List<String> paintAssets(MenuText text, int columns, int rows) {
        List<String> lines = new ArrayList<>(shown.nodes.paint(text, columns, rows));
        if (shown.assets.items().isEmpty()) {
            lines.addAll(MenuTable.wrap(text.get(lines.isEmpty() ? "none.assets" : "none.assets.nodes"), columns));
            return lines;
        }
        lines.addAll(MenuTable.lines(header(text), rows(shown.assets.items(), shown.offset), columns));
        lines.addAll(footer(text, "page.assets", columns));
        return lines;
    }

    static List<String> header(MenuText text) {
        return List.of(
                text.get("column.id"),
                text.get("column.name"),
                text.get("column.address"),
                text.get("column.port"),
                text.get("column.platform"),
                text.get("column.organisation"),
                text.get("column.comment"));
    }

    static List<List<String>> rows(List<MenuAsset> assets, int before) {
        List<List<String>> rows = new ArrayList<>();
        for (MenuAsset asset : assets) {
            rows.add(List.of(
                    Integer.toString(before + rows.size() + 1),
                    asset.name(),
                    asset.address(),
                    asset.unusualPorts(),
                    asset.platform(),
                    asset.organisation(),
                    asset.comment()));
        }
        return rows;
    }

    private List<String> paintNodes(List<MenuNode> nodes, MenuText text, int columns) {
        if (nodes.isEmpty()) {
            return MenuTable.wrap(text.get("none.nodes"), columns);
        }
        List<String> lines = new ArrayList<>();
        int last = Math.min(nodes.size(), shown.offset + shown.pageSize);
        for (int i = shown.offset; i < last; i++) {
            MenuNode node = nodes.get(i);
            String line = "%3d  %s%s (%d)"
                    .formatted(i + 1, "  ".repeat(Math.min(8, node.depth())), Visible.of(node.name()), node.assets());
            lines.add(CellWidth.fit(line, columns - 1).stripTrailing());
        }
        lines.addAll(footer(text, "page.nodes", columns));
        return lines;
    }

    private List<String> footer(MenuText text, String key, int columns) {
        long pages = (total() + shown.pageSize - 1) / shown.pageSize;
        String counted = total() == 1 ? key + ".one" : key;
        return MenuTable.wrap(
                text.get(counted, (shown.offset + shown.pageSize - 1) / shown.pageSize + 1, pages, total()), columns);
    }
}
