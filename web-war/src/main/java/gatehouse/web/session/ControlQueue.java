package gatehouse.web.session;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Control frames that wait for a browser: of each kind only the newest, so that one that does not read costs no memory, and nothing
 * behind the end. Belongs to its owner's lock.
 */
final class ControlQueue {
    private final SequencedMap<String, String> waiting = new LinkedHashMap<>();
    private boolean over;

    /** Nothing more is taken after the end. */
    void add(String control) {
        if (over) {
            return;
        }
        over = Controls.isEnd(control);
        String kind = Controls.kind(control);
        waiting.remove(kind);
        waiting.putLast(kind, control);
    }

    /** Before everything else, also when the end waits already. */
    void addFirst(String control) {
        waiting.putFirst(Controls.kind(control), control);
    }

    /** What is worth nothing to a browser that comes back: it is told anew. */
    void forgetPassing() {
        waiting.values().removeIf(Controls::isPassing);
    }

    /** The next one but for the end. */
    Optional<String> next() {
        return first().filter(control -> !Controls.isEnd(control)).map(this::taken);
    }

    /** The next one, also the end, which stays: whoever comes back is told, too. */
    Optional<String> nextOrEnd() {
        return first().map(this::taken);
    }

    private Optional<String> first() {
        return waiting.values().stream().findFirst();
    }

    private String taken(String control) {
        if (!Controls.isEnd(control)) {
            waiting.pollFirstEntry();
        }
        return control;
    }
}
