package gatehouse.session.control.live;

import gatehouse.kernel.Caller;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** Somebody who watches a session, until they leave or are sent away. */
public final class Watching {
    private final Caller caller;
    private final BiConsumer<Watching, String> away;
    private final AtomicBoolean over = new AtomicBoolean();

    /** @param away called once, with this and what the watcher is told */
    Watching(Caller caller, BiConsumer<Watching, String> away) {
        this.caller = caller;
        this.away = away;
    }

    /** As they came; their rights may be others now. */
    public Caller caller() {
        return caller;
    }

    /** @param why told to the watcher; empty when they leave by themselves */
    public void end(String why) {
        if (over.compareAndSet(false, true)) {
            away.accept(this, why);
        }
    }
}
