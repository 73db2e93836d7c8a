package gatehouse.web.session;

import gatehouse.session.entity.Participant;
import java.util.List;
import java.util.Optional;

/** What was said last about a shell, for a browser that comes back. Belongs to its shell's lock. */
final class LatestNews {
    private Optional<String> people = Optional.empty();
    private boolean locked;

    void people(List<Participant> all, ControlQueue to) {
        String control = Controls.people(all);
        people = Optional.of(control);
        to.add(control);
    }

    /** What is known already is no news. */
    void locked(boolean now, ControlQueue to) {
        if (locked != now) {
            locked = now;
            to.add(Controls.locked(now));
        }
    }

    /** In place of what waits. */
    void again(ControlQueue to) {
        to.forgetPassing();
        to.addFirst(Controls.locked(locked));
        people.ifPresent(to::addFirst);
    }
}
