package gatehouse.session.entity;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;

/** Somebody who looks at a running session. Methods return at once and come one after the other. */
public interface SessionWatcher extends SessionNews {
    /** {@code bytes} belongs to the watcher and is not changed; {@code done} asks for the next piece. */
    void show(byte[] bytes, Completion done);

    void resized(WindowSize size);

    /** The session is over, or the watcher was sent away. Nothing comes after it. */
    void ended(String why);
}
