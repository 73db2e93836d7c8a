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

    private final MenuCatalogue catalogue;
    private Content content = new Content.Nodes(List.of());
    private Page<MenuAsset> assets = new Page<>(List.of(), 0);
    private MenuNodes nodes = MenuNodes.NONE;
    private int offset;
    private int pageSize = SMALLEST_PAGE;
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
        Content before = content;
        int offsetBefore = offset;
        boolean first = !begun;
        content = new Content.Assets(query);
        begin(columns, rows);
        if (first || !assets.items().isEmpty() || !nodes.found().isEmpty()) {
            return true;
        }
        content = before;
        offset = offsetBefore;
        load(columns, rows);
        return false;
    }

    void showNodes(int columns, int rows) {
        content = new Content.Nodes(catalogue.nodes());
        begin(columns, rows);
    }

    private void begin(int columns, int rows) {
        begun = true;
        offset = 0;
        load(columns, rows);
    }

    /** Reads the page anew, for a window of this size. */
    void load(int columns, int rows) {
        int footer = MenuTable.wrap("x".repeat(110), columns).size();
        pageSize = Math.clamp((long) rows - NOT_ROWS - footer, SMALLEST_PAGE, LARGEST_PAGE);
        if (content instanceof Content.Assets(MenuQuery query)) {
            nodes = MenuNodes.named(query, catalogue);
            pageSize = Math.max(SMALLEST_PAGE, pageSize - nodes.height(rows));
            assets = catalogue.assets(query, offset, pageSize);
        }
    }

    long total() {
        return switch (content) {
            case Content.Assets _ -> assets.total();
            case Content.Nodes(List<MenuNode> nodes) -> nodes.size();
        };
    }

    boolean showsNodes() {
        return content instanceof Content.Nodes;
    }

    Optional<MenuQuery> query() {
        return content instanceof Content.Assets(MenuQuery query) ? Optional.of(query) : Optional.empty();
    }

    /** @return false when there is no further page */
    boolean next(int columns, int rows) {
        if (offset + pageSize >= total()) {
            return false;
        }
        offset += pageSize;
        load(columns, rows);
        return true;
    }

    /** @return false on the first page */
    boolean previous(int columns, int rows) {
        if (offset == 0) {
            return false;
        }
        offset = Math.max(0, offset - pageSize);
        load(columns, rows);
        return true;
    }

    /** @param number as shown, from 1, of any page */
    Optional<MenuAsset> asset(int number) {
        if (!(content instanceof Content.Assets(MenuQuery query)) || number < 1 || number > assets.total()) {
            return Optional.empty();
        }
        int index = number - 1 - offset;
        if (index >= 0 && index < assets.items().size()) {
            return Optional.of(assets.items().get(index));
        }
        return catalogue.assets(query, number - 1, 1).items().stream().findFirst();
    }

    List<String> paint(MenuText text, int columns, int rows) {
        return switch (content) {
            case Content.Assets _ -> paintAssets(text, columns, rows);
            case Content.Nodes(List<MenuNode> nodes) -> paintNodes(nodes, text, columns);
        };
    }

    private List<String> paintAssets(MenuText text, int columns, int rows) {
        List<String> lines = new ArrayList<>(nodes.paint(text, columns, rows));
        if (assets.items().isEmpty()) {
            lines.addAll(MenuTable.wrap(text.get(lines.isEmpty() ? "none.assets" : "none.assets.nodes"), columns));
            return lines;
        }
        lines.addAll(MenuTable.lines(header(text), rows(assets.items(), offset), columns));
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
        int last = Math.min(nodes.size(), offset + pageSize);
        for (int i = offset; i < last; i++) {
            MenuNode node = nodes.get(i);
            String line = "%3d  %s%s (%d)"
                    .formatted(i + 1, "  ".repeat(Math.min(8, node.depth())), Visible.of(node.name()), node.assets());
            lines.add(CellWidth.fit(line, columns - 1).stripTrailing());
        }
        lines.addAll(footer(text, "page.nodes", columns));
        return lines;
    }

    private List<String> footer(MenuText text, String key, int columns) {
        long pages = (total() + pageSize - 1) / pageSize;
        String counted = total() == 1 ? key + ".one" : key;
        return MenuTable.wrap(text.get(counted, (offset + pageSize - 1) / pageSize + 1, pages, total()), columns);
    }
}
