package gatehouse.kernel;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many of something each holds at the moment, and nobody more than their share. */
public final class Places<K> {
    private final ConcurrentHashMap<K, Integer> taken = new ConcurrentHashMap<>();

    /** @return false when {@code who} holds {@code most} already; otherwise {@link #giveBack} has to follow, once */
    public boolean take(K who, int most) {
        AtomicBoolean given = new AtomicBoolean();
        taken.compute(who, (_, before) -> {
            int held = before == null ? 0 : before;
            given.set(held < most);
            return given.get() ? Integer.valueOf(held + 1) : before;
        });
        return given.get();
    }

    public void giveBack(K who) {
        taken.computeIfPresent(who, (_, before) -> before == 1 ? null : before - 1);
    }
}
