package gatehouse.session.control.menu;

import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The list of keys, broken to the window's width. */
final class MenuHelp {
    /** @param only no help to whoever may reach none of these */
    private record Entry(String keys, String textKey, Optional<MenuQuery.Category> only) {
        Entry(String keys, String textKey) {
            this(keys, textKey, Optional.empty());
        }

        Entry(String keys, String textKey, MenuQuery.Category only) {
            this(keys, textKey, Optional.of(only));
        }
    }

    private static final List<Entry> ENTRIES = List.of(
            new Entry("abc", "help.search"),
            new Entry("/ //", "help.slash"),
            new Entry("1 2…", "help.number"),
            new Entry("p", "help.all"),
            new Entry("h", "help.hosts"),
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

    /** @param reachable whether this person may reach some of these */
    static List<String> lines(MenuText text, int columns, Predicate<MenuQuery.Category> reachable) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : ENTRIES) {
            if (!entry.only().map(reachable::test).orElse(true)) {
                continue;
            }
            String key = "  \033[32m" + CellWidth.fit(entry.keys(), INDENT - 2) + "\033[0m";
            for (String line : MenuTable.wrap(text.get(entry.textKey()), columns - INDENT)) {
                lines.add((key.isEmpty() ? " ".repeat(INDENT) : key) + line);
                key = "";
            }
        }
        return lines;
    }
}
