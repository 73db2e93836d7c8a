package gatehouse.session.control.recording;

import java.util.ArrayList;
import java.util.List;

/** Remembers what a recorder said. */
final class TestingRecorderListener implements Recorder.Listener {
    private final List<String> heard = new ArrayList<>();

    @Override
    public synchronized void paused(String why) {
        heard.add("paused: " + why);
    }

    @Override
    public synchronized void resumed() {
        heard.add("resumed");
    }

    synchronized List<String> heard() {
        return List.copyOf(heard);
    }
}
