package gatehouse.kernel;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.ObjIntConsumer;

/**
 * How many may wait for their sign-in, in all and from one network (like OpenSSH's MaxStartups and PerSourceMaxStartups). Who is signed in
 * does not count any more. The prefixes of an IPv6 network have shares of their own ({@link Network#shares}).
 *
 * <p>Nobody is kept out: where there is no place left, whoever has waited longest in the network that holds most makes room, or in the
 * newcomer's own when that has used up its share. So whoever holds places loses them first, and to disturb the sign-in of somebody else
 * one has to come from their network, with as many as its share within the time that the sign-in takes.
 */
public final class Admission {
    private static final long A_SECOND = 1_000_000_000L;

    private final int most;
    private final int mostFromNetwork;
    private final ObjIntConsumer<Network> told;
    /** Those of a network that wait, longest first; a place is in the set of each of its prefixes. */
    private final Map<Network, SequencedSet<Place>> waiting = new HashMap<>();

    private int count;
    private long entered;
    private long lastWarning = System.nanoTime() - 2 * A_SECOND;

    /** @param told once a second at most, of a network that loses a place, and how many wait in all: a flood must not flood the log */
    public Admission(int most, int mostFromNetwork, ObjIntConsumer<Network> told) {
        this.most = most;
        this.mostFromNetwork = mostFromNetwork;
        this.told = told;
    }

    /** Of one connection, until it leaves. */
    public final class Place {
        private final Runnable end;
        private final long number;
        private Network network;

        private Place(Network network, Runnable end, long number) {
            this.network = network;
            this.end = end;
            this.number = number;
        }

        /** Signed in or gone. Idempotent. */
        public void leave() {
            synchronized (Admission.this) {
                remove(this);
            }
        }

        /** A load balancer says where it really comes from. */
        public void comesFrom(Network real) {
            Optional<Place> leaving = Optional.empty();
            synchronized (Admission.this) {
                if (remove(this)) {
                    network = real;
                    leaving = beyondShare(real);
                    add(this);
                }
            }
            leaving.ifPresent(place -> place.end.run());
        }
    }

    /**
     * @param shares whether the limit for one network counts
     * @param end hangs up when the place is needed; called at most once, on any thread
     */
    public Place enter(Network network, boolean shares, Runnable end) {
        Place place;
        Optional<Place> leaving;
        synchronized (this) {
            leaving = shares ? beyondShare(network) : Optional.empty();
            if (leaving.isEmpty() && count >= most) {
                leaving = leaving(largest());
            }
            place = new Place(network, end, entered++);
            add(place);
        }
        leaving.ifPresent(oldest -> oldest.end.run());
        return place;
    }

    private Optional<Place> beyondShare(Network network) {
        for (Map.Entry<Network, Integer> share : network.shares(mostFromNetwork).entrySet()) {
            SequencedSet<Place> places = waiting.get(share.getKey());
            if (places != null && places.size() >= share.getValue()) {
                return leaving(places);
            }
        }
        return Optional.empty();
    }

    /** A prefix holds at least what each network within it holds. Of several equal ones the one whose first has waited longest. */
    private SequencedSet<Place> largest() {
        return waiting.values().stream()
                .max(Comparator.<SequencedSet<Place>>comparingInt(SequencedSet::size)
                        .thenComparingLong(places -> -places.getFirst().number))
                .orElseThrow();
    }

    private Optional<Place> leaving(SequencedSet<Place> places) {
        Place oldest = places.getFirst();
        warn(oldest.network);
        remove(oldest);
        return Optional.of(oldest);
    }

    private void add(Place place) {
        for (Network prefix : place.network.prefixes()) {
            waiting.computeIfAbsent(prefix, _ -> new LinkedHashSet<>()).add(place);
        }
        count++;
    }

    private boolean remove(Place place) {
        boolean waited = false;
        for (Network prefix : place.network.prefixes()) {
            SequencedSet<Place> places = waiting.get(prefix);
            waited = places != null && places.remove(place);
            if (waited && places.isEmpty()) {
                waiting.remove(prefix);
            }
        }
        count -= waited ? 1 : 0;
        return waited;
    }

    private void warn(Network network) {
        long now = System.nanoTime();
        if (now - lastWarning > A_SECOND) {
            lastWarning = now;
            told.accept(network, count);
        }
    }
}
