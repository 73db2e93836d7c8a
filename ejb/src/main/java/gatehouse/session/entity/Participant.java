package gatehouse.session.entity;

import gatehouse.kernel.UserId;
import java.time.Instant;

/** Somebody who is at a running session. */
public record Participant(UserId user, String name, Role role, Instant since) {
    public enum Role {
        /** Whose session it is. */
        PERSON,
        /** Joined by an invitation, types too. */
        WRITER,
        /** Joined by an invitation, looks on. */
        READER,
        /** Looks on by right; the session's person and its guests are not told. */
        WATCHER
    }
}
