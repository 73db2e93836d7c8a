package gatehouse.kernel;

import java.util.concurrent.atomic.AtomicBoolean;

/** Something goes wrong for a while: worth a line in the log when it begins and one when it is over, and none each second between. */
public final class Spell {
    private final AtomicBoolean lasting = new AtomicBoolean();

    /** It goes wrong. Gives true the first time. */
    public boolean begins() {
        return lasting.compareAndSet(false, true);
    }

    /** It goes right. Gives true when that ends a spell. */
    public boolean isOver() {
        return lasting.compareAndSet(true, false);
    }
}
