package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionWatcher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A watcher that looks at once, or only when it is told to. */
final class TestingWatcher implements SessionWatcher {
    private final boolean prompt;
    private final StringBuilder shown = new StringBuilder();
    private final Deque<Completion> waiting = new ArrayDeque<>();
    private String lastPiece = "";
    private String end = "";
    private boolean locked;
    private List<String> people = List.of();

    TestingWatcher(boolean prompt) {
        this.prompt = prompt;
    }

    String shown() {
        return shown.toString();
    }

    String lastPiece() {
        return lastPiece;
    }

    String end() {
        return end;
    }

    boolean isLocked() {
        return locked;
    }

    List<String> people() {
        return people;
    }

    int waiting() {
        return waiting.size();
    }

    void release() {
        waiting.removeFirst().complete();
    }

    @Override
    public void show(byte[] bytes, Completion done) {
        lastPiece = new String(bytes, StandardCharsets.UTF_8);
        shown.append(lastPiece);
        if (prompt) {
            done.complete();
        } else {
            waiting.add(done);
        }
    }

    @Override
    public void participants(List<Participant> all) {
        people = all.stream().map(Participant::name).toList();
    }

    @Override
    public void locked(boolean isLocked) {
        locked = isLocked;
    }

    @Override
    public void resized(WindowSize size) {
        // the size is not looked at
    }

    @Override
    public void ended(String why) {
        end = why;
    }
}
