package gatehouse.session.control.screen;

/** Numbers of a control sequence, bounded: what is too many or too large is cut. */
final class Parameters {
    private static final int MOST = 32;
    private static final int LARGEST = 65535;

    private final int[] values = new int[MOST];
    private int count;
    private boolean begun;

    void clear() {
        count = 0;
        begun = false;
    }

    void digit(int digit) {
        if (!begun) {
            begun = true;
            next();
        }
        if (count <= MOST) {
            int value = Math.max(0, values[count - 1]);
            values[count - 1] = Math.min(LARGEST, value * 10 + digit);
        }
    }

    void separator() {
        if (!begun) {
            next();
        }
        begun = true;
        next();
    }

    private void next() {
        if (count < MOST) {
            values[count++] = -1;
        }
    }

    int count() {
        return count;
    }

    /** The value at {@code index}; {@code missing} when it was left out. */
    int get(int index, int missing) {
        return index < count && values[index] >= 0 ? values[index] : missing;
    }

    /** The same where 0 means 1, as in cursor movements. */
    int amount(int index) {
        return Math.max(1, get(index, 1));
    }
}
