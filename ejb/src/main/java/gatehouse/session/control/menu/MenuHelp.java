package gatehouse.session.control.menu;

import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The list of keys, broken to the window's width. */
final class MenuHelp {
    /** @param listed what the key lists; it is no help to whoever may reach none of it */
    private record Entry(String keys, String textKey, MenuQuery.Category listed) {
        Entry(String keys, String textKey) {
            this(keys, textKey, MenuQuery.Category.ANY);
        }

        boolean isOfUse(MenuCatalogue catalogue) {
            boolean special = listed == MenuQuery.Category.DATABASE || listed == MenuQuery.Category.KUBERNETES;
            return !special || catalogue.assets(MenuQuery.of(listed), 0, 1).total() > 0;
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("abc", "help.search"),
            new Entry("/ //", "help.slash"),
            new Entry("1 2…", "help.number"),
            new Entry("p", "help.all"),
            new Entry("h", "help.hosts", MenuQuery.Category.HOST),
            new Entry("d", "help.databases", MenuQuery.Category.DATABASE),
            new Entry("k", "help.kubernetes", MenuQuery.Category.KUBERNETES),
            new Entry("g gN", "help.tree"),
            new Entry("n b", "help.pages"),
            new Entry("r", "help.refresh"),
            new Entry("s", "help.language"),
            new Entry("?", "help.help"),
            new Entry("q", "help.quit"));
    private static final int INDENT = 7;

    private MenuHelp() {}

    /** What is of use to this person. */
    static List<String> lines(MenuText text, int columns, MenuCatalogue catalogue) {
        return lines(text, columns, entry -> entry.isOfUse(catalogue));
    }

    /** All of it. */
    static List<String> lines(MenuText text, int columns) {
        return lines(text, columns, entry -> true);
    }

    private static List<String> lines(MenuText text, int columns, Predicate<Entry> wanted) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : ENTRIES.stream().filter(wanted).toList()) {
            String key = "  \033[32m" + CellWidth.fit(entry.keys(), INDENT - 2) + "\033[0m";
            for (String line : MenuTable.wrap(text.get(entry.textKey()), columns - INDENT)) {
                lines.add((key.isEmpty() ? " ".repeat(INDENT) : key) + line);
                key = "";
            }
        }
        return lines;
    }
}
