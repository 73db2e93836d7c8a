package gatehouse.session.control.inline;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the line by which a program at the target asks for a transfer. It is taken out of the stream, in one piece as it came: the
 * person's side looks for it in each piece by itself. Bytes behind it stay. A line that may become one is held back from {@code ::TRZ} on.
 */
final class TrzszTrigger {
    /**
     * A program asks.
     *
     * @param sends rather than receives
     * @param text what was held back of its line
     * @param end where in the delivery the line ends
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(boolean sends, byte[] text, int end) {}

    private static final byte[] START = "::TRZSZ:TRANSFER:".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern WHOLE = Pattern.compile("::TRZSZ:TRANSFER:([SRD]):[0-9.]{1,20}(:[0-9]{0,20})?[\r\n]");
    private static final int HELD_FROM = 5;
    private static final int LONGEST = 80;

    private final byte[] held = new byte[LONGEST];
    private int matched;

    /** How many of those went through at the end of an earlier delivery. */
    private int given;

    /** The first trigger of a delivery; what follows it is not sorted yet. */
    Optional<Found> sort(byte[] bytes, int offset, int length, Sorted sorted) {
        int end = offset + length;
        if (matched == 0 && !contains(bytes, offset, end)) {
            sorted.terminal(bytes, offset, length);
            return Optional.empty();
        }
        for (int i = offset; i < end; i++) {
            if (matched >= START.length) {
                Optional<Found> found = tail(bytes[i], i + 1, sorted);
                if (found.isPresent()) {
                    return found;
                }
            } else {
                head(bytes[i], sorted);
            }
        }
        if (matched < HELD_FROM) {
            give(sorted);
        }
        return Optional.empty();
    }

    private static boolean contains(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            if (bytes[i] == ':' && (i + 1 == end || bytes[i + 1] == ':')) {
                return true;
            }
        }
        return false;
    }

    private void head(byte one, Sorted sorted) {
        if (one != START[matched]) {
            boolean third = matched == 2 && one == ':';
            give(sorted);
            sorted.add(one, false);
            matched = third ? 2 : one == ':' ? 1 : 0;
            given = matched;
            return;
        }
        held[matched++] = one;
    }

    /** What is not held back, or turned out to be nothing. */
    private void give(Sorted sorted) {
        while (given < matched) {
            sorted.add(held[given++], false);
        }
    }

    private void begin() {
        matched = 0;
        given = 0;
    }

    private Optional<Found> tail(byte one, int end, Sorted sorted) {
        held[matched++] = one;
        boolean over = one == '\r' || one == '\n' || matched == LONGEST;
        if (!over) {
            return Optional.empty();
        }
        int length = matched;
        String text = new String(held, 0, length, StandardCharsets.ISO_8859_1);
        Matcher whole = WHOLE.matcher(text);
        if (!whole.matches()) {
            give(sorted);
            begin();
            return Optional.empty();
        }
        byte[] kept = Arrays.copyOfRange(held, given, length);
        begin();
        return Optional.of(new Found(whole.group(1).equals("S"), kept, end));
    }
}
