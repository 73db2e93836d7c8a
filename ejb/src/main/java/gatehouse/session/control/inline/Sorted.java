package gatehouse.session.control.inline;

import gatehouse.connector.spi.Completion;
import gatehouse.session.control.Detour.Way;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One delivery, sorted into what goes through the stages, what goes past them, and what is to be done in between. */
final class Sorted {
    private sealed interface Piece {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Bytes(boolean carried, byte[] bytes, int offset, int length) implements Piece {}

    private record Act(Runnable action) implements Piece {}

    private final List<Piece> pieces = new ArrayList<>(1);
    private byte[] run = new byte[0];
    private int length;
    private boolean carried;
    private int deliveries;
    private int carriedLength;
    private int visible;

    /** The whole of it, or a part, as it came; valid during the call that delivers. */
    void terminal(byte[] bytes, int offset, int count) {
        seal();
        piece(new Bytes(false, bytes, offset, count));
    }

    /** Likewise, past the stages. */
    void carried(byte[] bytes, int offset, int count) {
        seal();
        piece(new Bytes(true, bytes, offset, count));
    }

    void add(byte b, boolean past) {
        if (carried != past) {
            seal();
        }
        carried = past;
        if (length == run.length) {
            run = Arrays.copyOf(run, Math.max(256, 2 * length));
        }
        run[length++] = b;
    }

    /** Runs once everything before it was delivered. */
    void then(Runnable action) {
        seal();
        pieces.add(new Act(action));
    }

    private void seal() {
        if (length > 0) {
            piece(new Bytes(carried, Arrays.copyOf(run, length), 0, length));
            length = 0;
        }
    }

    private void piece(Bytes piece) {
        if (piece.length() > 0) {
            pieces.add(piece);
            deliveries++;
            count(piece, 1);
        }
    }

    /** Asked for each frame: counted as it comes. */
    private void count(Bytes piece, int times) {
        if (piece.carried()) {
            carriedLength += times * piece.length();
            return;
        }
        for (int i = piece.offset(); i < piece.offset() + piece.length(); i++) {
            visible += piece.bytes()[i] > ' ' ? times : 0;
        }
    }

    /** How much of it goes past the stages. */
    int carriedLength() {
        seal();
        return carriedLength;
    }

    boolean isEmpty() {
        seal();
        return deliveries == 0;
    }

    int length() {
        seal();
        return pieces.stream()
                .mapToInt(piece -> piece instanceof Bytes part ? part.length() : 0)
                .sum();
    }

    boolean contains(byte wanted) {
        seal();
        return pieces.stream().anyMatch(piece -> piece instanceof Bytes part && contains(part, wanted));
    }

    private static boolean contains(Bytes part, byte wanted) {
        for (int i = part.offset(); i < part.offset() + part.length(); i++) {
            if (part.bytes()[i] == wanted) {
                return true;
            }
        }
        return false;
    }

    /** The same with bytes of its own, so that it may be delivered later. */
    Sorted detached() {
        seal();
        pieces.replaceAll(piece -> piece instanceof Bytes(boolean past, byte[] bytes, int offset, int count)
                ? new Bytes(past, Arrays.copyOfRange(bytes, offset, offset + count), 0, count)
                : piece);
        return this;
    }

    /** How much of it a terminal shows: controls and blanks do not count. */
    int terminalLength() {
        seal();
        return visible;
    }

    /** The first piece goes past the stages when it is {@code text}. */
    void carryFirst(String text) {
        seal();
        if (!pieces.isEmpty()
                && pieces.getFirst() instanceof Bytes part
                && new String(part.bytes(), part.offset(), part.length(), StandardCharsets.ISO_8859_1).equals(text)) {
            Bytes past = new Bytes(true, part.bytes(), part.offset(), part.length());
            count(part, -1);
            count(past, 1);
            pieces.set(0, past);
        }
    }

    /** What would go past the stages goes nowhere. */
    void dropCarried() {
        seal();
        pieces.removeIf(piece -> piece instanceof Bytes part && part.carried());
        carriedLength = 0;
        deliveries = (int) pieces.stream().filter(Bytes.class::isInstance).count();
    }

    void deliver(Way stages, Way past, Completion done) {
        seal();
        if (deliveries == 0) {
            done.complete();
        }
        Completion each = each(done);
        for (Piece piece : pieces) {
            switch (piece) {
                case Bytes part ->
                    (part.carried() ? past : stages).bytes(part.bytes(), part.offset(), part.length(), each);
                case Act(Runnable action) -> action.run();
            }
        }
    }

    private Completion each(Completion done) {
        if (deliveries < 2) {
            return done;
        }
        AtomicInteger open = new AtomicInteger(deliveries);
        return () -> {
            if (open.decrementAndGet() == 0) {
                done.complete();
            }
        };
    }
}
