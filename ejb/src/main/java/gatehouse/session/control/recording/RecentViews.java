package gatehouse.session.control.recording;

import gatehouse.kernel.Caller;
import gatehouse.session.entity.SessionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A player fetches a recording part by part; that is one view, not hundreds. */
@ApplicationScoped
public class RecentViews {
    private static final Duration ONE_VIEW = Duration.ofMinutes(10);
    private static final int MOST = 1000;

    private record View(UUID user, UUID signIn, SessionId session) {}

    private final Map<View, Instant> seen = new LinkedHashMap<>();

    /** Whether it is to be written down: the first of a while. */
    public synchronized boolean isNew(Caller caller, SessionId session, Instant now) {
        View view = new View(caller.user().value(), caller.signIn(), session);
        Instant last = seen.get(view);
        if (last != null && now.isBefore(last.plus(ONE_VIEW))) {
            return false;
        }
        seen.remove(view);
        seen.put(view, now);
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
        return true;
    }
}
