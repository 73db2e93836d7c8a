package gatehouse.session.control.inline;

import jakarta.json.JsonArray;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which two bytes stand for one: trzsz's {@code escape_chars}, pairs of a character and two that stand for it, for example {@code ["~",
 * "\u00ee1"]}. The first pair that fits counts. A program at the target chooses them, so looking one up takes as long for many as for few.
 */
final class TrzszEscapes {
    /** Two bytes that stand for themselves. */
    static final int NOTHING = -1;

    static final TrzszEscapes NONE = new TrzszEscapes();

    /** Each byte once; trzsz itself has two, or fifteen. */
    static final int MOST = 256;

    private final short[][] meanings = new short[256][];

    private TrzszEscapes() {}

    /** Empty when these are no such pairs, or too many. */
    static Optional<TrzszEscapes> of(JsonArray pairs) {
        if (pairs.size() > MOST) {
            return Optional.empty();
        }
        TrzszEscapes escapes = new TrzszEscapes();
        boolean right = pairs.stream().map(TrzszContent::texts).allMatch(escapes::add);
        return right ? Optional.of(escapes) : Optional.empty();
    }

    private boolean add(List<String> pair) {
        boolean right = pair.size() == 2
                && pair.getFirst().length() == 1
                && pair.getLast().length() == 2
                && String.join("", pair).chars().allMatch(c -> c < 256);
        if (!right) {
            return false;
        }
        byte[] codes = String.join("", pair).getBytes(StandardCharsets.ISO_8859_1);
        int first = codes[1] & 0xff;
        int second = codes[2] & 0xff;
        if (meanings[first] == null) {
            meanings[first] = new short[256];
            Arrays.fill(meanings[first], (short) NOTHING);
        }
        if (meanings[first][second] == NOTHING) {
            meanings[first][second] = (short) (codes[0] & 0xff);
        }
        return true;
    }

    boolean begins(int first) {
        return meanings[first] != null;
    }

    /** The byte that they stand for, or {@link #NOTHING}. */
    int meant(int first, int second) {
        return meanings[first] == null ? NOTHING : meanings[first][second];
    }
}
