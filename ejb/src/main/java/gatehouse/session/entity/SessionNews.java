package gatehouse.session.entity;

import java.util.List;

/** Hears what changes around a running session. Methods return at once and come one after the other. */
public interface SessionNews {
    default void participants(List<Participant> people) {}

    /** @param locked what is typed is dropped */
    default void locked(boolean locked) {}
}
