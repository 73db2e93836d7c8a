package gatehouse.session.control.menu;

import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The nodes of the tree that a search names, shown above the assets that it finds, by the numbers that the tree gives them. */
record MenuNodes(List<Found> found) {
    static final MenuNodes NONE = new MenuNodes(List.of());

    /** @param above names of what it is in, the nearest first */
    record Found(int number, MenuNode node, List<String> above) {}

    MenuNodes {
        found = List.copyOf(found);
    }

    /** Only of a search everywhere: one inside a node or in a result is for assets. */
    static MenuNodes named(MenuQuery query, MenuCatalogue catalogue) {
        return query.isSearchEverywhere() ? named(query.terms().getFirst(), catalogue.nodes()) : NONE;
    }

    private static MenuNodes named(String term, List<MenuNode> tree) {
        List<Found> found = new ArrayList<>();
        List<String> way = new ArrayList<>();
        for (int i = 0; i < tree.size(); i++) {
            MenuNode node = tree.get(i);
            while (way.size() > node.depth()) {
                way.removeLast();
            }
            if (node.name().toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT))) {
                found.add(new Found(i + 1, node, List.copyOf(way.reversed())));
            }
            way.add(node.name());
        }
        return new MenuNodes(found);
    }

    /** How many lines {@link #paint} gives in a window of so many rows. */
    int height(int rows) {
        int shown = shown(rows);
        return shown == found.size() ? shown : shown + 1;
    }

    /** A quarter of the window at most; the assets are what most people look for. */
    private int shown(int rows) {
        return Math.min(found.size(), Math.max(1, rows / 4 - 1));
    }

    List<String> paint(MenuText text, int columns, int rows) {
        List<String> lines = new ArrayList<>();
        for (Found each : found.subList(0, shown(rows))) {
            String key = CellWidth.fit("g" + each.number(), 5);
            String line =
                    key + Visible.of(each.node().name()) + " (" + each.node().assets() + ")" + above(each);
            lines.add(CellWidth.fit(line, columns - 1).stripTrailing());
        }
        if (lines.size() < found.size()) {
            String more = text.get("more.nodes", found.size() - lines.size());
            lines.add(CellWidth.fit(more, columns - 1).stripTrailing());
        }
        return lines;
    }

    private static String above(Found found) {
        return found.above().isEmpty() ? "" : "  < " + Visible.of(String.join(" < ", found.above()));
    }
}
