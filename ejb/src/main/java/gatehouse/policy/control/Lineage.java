package gatehouse.policy.control;

import gatehouse.inventory.entity.AssetFacts;
import gatehouse.inventory.entity.AssetId;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.policy.entity.Subject;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/**
 * What the estates of one organisation, each made from the one before, have in common: the last steps between them, and what people
 * reached. From both, an answer for an older estate is mended for a newer one.
 */
final class Lineage {
    private static final int MOST_STEPS = 256;
    /** More are no faster to mend than to work out. */
    private static final int MOST_MENDED = 2_000;

    private final Alike alike = new Alike();
    private final Reaches reaches = new Reaches();
    private final Deque<Delta> steps = new ArrayDeque<>();

    Alike alike() {
        return alike;
    }

    void add(Delta step) {
        synchronized (steps) {
            steps.addLast(step);
            if (steps.size() > MOST_STEPS) {
                steps.removeFirst();
            }
        }
    }

    Reach reach(Estate estate, Subject subject, Instant at) {
        Optional<Reach> known = reaches.find(subject.user()).filter(reach -> reach.isGoodFor(subject, at));
        if (known.isPresent() && known.get().version().equals(estate.versions())) {
            return known.get();
        }
        Reach now = known.flatMap(reach -> touched(reach.version(), estate.versions(), subject)
                        .filter(assets -> assets.size() <= MOST_MENDED)
                        .map(assets -> reach.mended(estate, assets)))
                .orElseGet(() -> Reach.of(estate, subject, at));
        reaches.put(subject.user(), now);
        return now;
    }

    /** What lies between two estates, as it was in the first; empty when that is not known any more, or is everything. */
    private Optional<Map<AssetId, Optional<AssetFacts>>> touched(
            PolicyVersion from, PolicyVersion to, Subject subject) {
        Map<AssetId, Optional<AssetFacts>> assets = new HashMap<>();
        PolicyVersion at = to;
        synchronized (steps) {
            for (Iterator<Delta> back = steps.descendingIterator(); back.hasNext() && !at.equals(from); ) {
                Delta step = back.next();
                if (!step.to().equals(at)) {
                    continue;
                }
                if (step.whole().test(subject)) {
                    return Optional.empty();
                }
                assets.putAll(step.assets());
                at = step.from();
            }
        }
        return at.equals(from) ? Optional.of(assets) : Optional.empty();
    }
}
