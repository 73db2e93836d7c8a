package gatehouse.connector.ssh.inbound;

import gatehouse.connector.ssh.SshLog;
import gatehouse.kernel.Network;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * How many connections may wait for their sign-in, in all and from one network (like OpenSSH's MaxStartups and PerSourceMaxStartups).
 * Who is signed in does not count any more.
 *
 * <p>Nobody is kept out: where there is no place left, whoever has waited longest in the network that holds most makes room, or in the
 * newcomer's own when that has used up its share. So whoever holds connections open loses them first, and to disturb the sign-in of
 * somebody else one has to come from their network, with as many connections as its share within the time that the sign-in takes.
 */
final class Admission {
    private static final long A_SECOND = 1_000_000_000L;

    private final int most;
    private final int mostFromNetwork;
    /** Those of a network that wait, longest first. */
    private final Map<Network, SequencedSet<Place>> waiting = new HashMap<>();

    private int count;
    private long entered;
    private long lastWarning = System.nanoTime() - 2 * A_SECOND;

    Admission(int most, int mostFromNetwork) {
        this.most = most;
        this.mostFromNetwork = mostFromNetwork;
    }

    /** Of one connection, until it leaves. */
    final class Place {
        private final Runnable end;
        private final long number;
        private Network network;

        private Place(Network network, Runnable end, long number) {
            this.network = network;
            this.end = end;
            this.number = number;
        }

        /** Signed in or gone. Idempotent. */
        void leave() {
            synchronized (Admission.this) {
                remove(this);
            }
        }

        /** A load balancer says where it really comes from. */
        void comesFrom(Network real) {
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
    Place enter(Network network, boolean shares, Runnable end) {
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
        SequencedSet<Place> places = waiting.get(network);
        return places != null && places.size() >= mostFromNetwork ? leaving(places) : Optional.empty();
    }

    /** Of several equal ones the one whose first has waited longest. */
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
        waiting.computeIfAbsent(place.network, _ -> new LinkedHashSet<>()).add(place);
        count++;
    }

    private boolean remove(Place place) {
        SequencedSet<Place> places = waiting.get(place.network);
        if (places == null || !places.remove(place)) {
            return false;
        }
        count--;
        if (places.isEmpty()) {
            waiting.remove(place.network);
        }
        return true;
    }

    /** Once a second at most: a flood must not flood the log. */
    private void warn(Network network) {
        long now = System.nanoTime();
        if (now - lastWarning > A_SECOND) {
            lastWarning = now;
            SshLog.LOG.tooManyWaiting(network.name(), count);
        }
    }
}
