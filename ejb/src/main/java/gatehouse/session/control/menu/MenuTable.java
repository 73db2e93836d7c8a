package gatehouse.session.control.menu;

import gatehouse.session.control.screen.CellWidth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Lines of a table that fit a window: columns too many are left out, columns too wide are cut. */
final class MenuTable {
    private static final String GAP = "  ";
    private static final String BOLD = "\033[1m";
    private static final String PLAIN = "\033[0m";
    private static final int NARROWEST = 6;
    private static final int SIXTY = 60;

    private MenuTable() {}

    /**
     * @param header titles; the first column holds numbers and is never cut
     * @param rows as many cells as titles; untrusted text is made visible here
     * @param columns width of the window
     */
    static List<String> lines(List<String> header, List<List<String>> rows, int columns) {
        List<Integer> kept = kept(header, rows, columns);
        List<List<String>> cells = rows.stream()
                .map(row -> kept.stream().map(i -> Visible.of(row.get(i))).toList())
                .toList();
        List<String> titles = kept.stream().map(header::get).toList();
        int[] widths = widths(titles, cells, columns - 1);
        List<String> lines = new ArrayList<>();
        lines.add(BOLD + line(titles, widths).stripTrailing() + PLAIN);
        cells.forEach(row -> lines.add(line(row, widths).stripTrailing()));
        return lines;
    }

    /** A narrow window shows number, name, address and port; a column without any text is not shown. */
    private static List<Integer> kept(List<String> header, List<List<String>> rows, int columns) {
        int last = columns < SIXTY ? Math.min(4, header.size()) : header.size();
        return IntStream.range(0, last)
                .filter(column -> column == 0 || !isEmpty(rows, column))
                .boxed()
                .toList();
    }

    private static boolean isEmpty(List<List<String>> rows, int column) {
        return rows.stream().allMatch(row -> row.get(column).isBlank());
    }

    private static int[] widths(List<String> titles, List<List<String>> cells, int room) {
        int[] widths = titles.stream().mapToInt(CellWidth::of).toArray();
        for (List<String> row : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], CellWidth.of(row.get(i)));
            }
        }
        int excess = Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) - room;
        while (excess > 0) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = widths.length - 1;
        for (int i = 1; i < widths.length; i++) {
            if (widths[i] > widths[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    private static String line(List<String> cells, int[] widths) {
        List<String> fitted = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            fitted.add(CellWidth.fit(cells.get(i), widths[i]));
        }
        return String.join(GAP, fitted);
    }

    /** Breaks trusted text into lines of at most {@code columns - 1} cells, at spaces where there are some. */
    static List<String> wrap(String text, int columns) {
        int room = Math.max(1, columns - 1);
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (CellWidth.of(rest) > room) {
            String part = CellWidth.cut(rest, room);
            int space = part.lastIndexOf(' ');
            int end = space > 0 && rest.charAt(part.length()) != ' ' ? space : Math.max(1, part.length());
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
