package gatehouse.session.control.live;

import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionNews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is at a session, and who hears about it. News are told under one lock, so that the last word is the newest. */
final class Audience {
    private final List<Participant> people = new ArrayList<>();
    private final Map<SessionNews, Boolean> listeners = new LinkedHashMap<>();

    /** @param whole watchers are shown, too */
    synchronized Runnable follow(SessionNews news, boolean whole) {
        listeners.put(news, whole);
        news.participants(shownTo(whole));
        return () -> forget(news);
    }

    private synchronized void forget(SessionNews news) {
        listeners.remove(news);
    }

    synchronized void enter(Participant participant) {
        people.add(participant);
        tell();
    }

    synchronized void leave(Participant participant) {
        people.remove(participant);
        tell();
    }

    synchronized List<Participant> people() {
        return List.copyOf(people);
    }

    synchronized void locked(boolean locked) {
        listeners.keySet().forEach(news -> news.locked(locked));
    }

    private void tell() {
        listeners.forEach((news, whole) -> news.participants(shownTo(whole)));
    }

    private List<Participant> shownTo(boolean whole) {
        return people.stream()
                .filter(participant -> whole || participant.role() != Participant.Role.WATCHER)
                .toList();
    }
}
