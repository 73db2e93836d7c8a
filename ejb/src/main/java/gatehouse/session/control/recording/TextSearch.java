package gatehouse.session.control.recording;

import gatehouse.session.control.screen.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds text in the lines that were shown, whatever the case; a word may have come letter by letter. */
public final class TextSearch {
    private static final int LONGEST_LINE = 4096;
    private static final int LONGEST_SHOWN = 400;

    /** @param line in which it was found, as far as it was shown by then and went on */
    public record Hit(long micros, String line) {}

    private final String wanted;
    private final int most;
    private final List<Hit> hits = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private boolean hitInLine;

    public TextSearch(String wanted, int most) {
        this.wanted = wanted.toLowerCase(Locale.ROOT);
        this.most = most;
    }

    public boolean isFull() {
        return hits.size() >= most && !hitInLine;
    }

    public void look(RecordedEvent event) {
        if (event.type() != EventType.OUTPUT && event.type() != EventType.ERROR) {
            return;
        }
        String text = PlainText.of(event.bytes(), 0, event.bytes().length);
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            add(event.micros(), text.substring(from, end));
            newLine();
            from = end + 1;
        }
        add(event.micros(), text.substring(from));
    }

    private void add(long micros, String piece) {
        if (piece.isEmpty() || line.length() > LONGEST_LINE) {
            return;
        }
        line.append(piece);
        if (hitInLine) {
            hits.set(hits.size() - 1, new Hit(hits.getLast().micros(), shown()));
        } else if (hits.size() < most
                && line.toString().toLowerCase(Locale.ROOT).contains(wanted)) {
            hitInLine = true;
            hits.add(new Hit(micros, shown()));
        }
    }

    private String shown() {
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) : line.toString();
    }

    private void newLine() {
        line.setLength(0);
        hitInLine = false;
    }

    public List<Hit> hits() {
        return List.copyOf(hits);
    }
}
