package gatehouse.policy.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An immutable map. It lies in many small ones, so that a change copies only those that it touches. */
final class Shards<K, V> {
    private static final int COUNT = 1024;

    private final List<Map<K, V>> shards;

    private Shards(List<Map<K, V>> shards) {
        this.shards = shards;
    }

    static <K, V> Shards<K, V> empty() {
        List<Map<K, V>> none = new ArrayList<>(COUNT);
        for (int i = 0; i < COUNT; i++) {
            none.add(Map.of());
        }
        return new Shards<>(none);
    }

    Optional<V> get(K key) {
        return Optional.ofNullable(shards.get(index(key)).get(key));
    }

    Stream<V> values() {
        return shards.stream().flatMap(shard -> shard.values().stream());
    }

    int size() {
        return shards.stream().mapToInt(Map::size).sum();
    }

    Edit<K, V> edit() {
        return new Edit<>(shards);
    }

    private static int index(Object key) {
        int hash = key.hashCode();
        return (hash ^ (hash >>> 16)) & (COUNT - 1);
    }

    /** Changes on the way to the next map; the present one stays as it is. Used by one thread. */
    static final class Edit<K, V> {
        private final List<Map<K, V>> shards;
        private final boolean[] copied = new boolean[COUNT];

        private Edit(List<Map<K, V>> present) {
            shards = new ArrayList<>(present);
        }

        Optional<V> get(K key) {
            return Optional.ofNullable(shards.get(index(key)).get(key));
        }

        void put(K key, V value) {
            own(key).put(key, value);
        }

        void remove(K key) {
            if (shards.get(index(key)).containsKey(key)) {
                own(key).remove(key);
            }
        }

        private Map<K, V> own(K key) {
            int index = index(key);
            if (!copied[index]) {
                shards.set(index, new HashMap<>(shards.get(index)));
                copied[index] = true;
            }
            return shards.get(index);
        }

        /** No change after this. */
        Shards<K, V> done() {
            return new Shards<>(shards);
        }
    }
}
