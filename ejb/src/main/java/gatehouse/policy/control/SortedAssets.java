package gatehouse.policy.control;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Keeps long lists in their order while few of their elements change: finds places by halving, and copies what lies between whole. */
final class SortedAssets {
    private SortedAssets() {}

    /**
     * @param order total: no two different elements are equal in it
     * @param leaving those that are not in {@code before} are passed over
     */
    static <T> List<T> with(List<T> before, List<T> leaving, List<T> coming, Comparator<T> order) {
        BitSet gone = new BitSet(before.size());
        for (T element : leaving) {
            int place = Collections.binarySearch(before, element, order);
            if (place >= 0) {
                gone.set(place);
            }
        }
        List<T> sorted = new ArrayList<>(coming);
        sorted.sort(order);
        List<T> after = new ArrayList<>(before.size() + sorted.size());
        int copied = 0;
        for (T element : sorted) {
            int place = Collections.binarySearch(before, element, order);
            int until = place >= 0 ? place : -place - 1;
            copy(before, gone, copied, until, after);
            after.add(element);
            copied = until;
        }
        copy(before, gone, copied, before.size(), after);
        return after;
    }

    private static <T> void copy(List<T> before, BitSet gone, int from, int until, List<T> after) {
        int at = from;
        while (at < until) {
            int hole = gone.nextSetBit(at);
            int end = hole < 0 || hole > until ? until : hole;
            after.addAll(before.subList(at, end));
            at = end + 1;
            if (end == until) {
                return;
            }
        }
    }
}
