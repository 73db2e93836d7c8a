package gatehouse.session.entity;

import gatehouse.kernel.Uuid7;
import gatehouse.kernel.Uuids;
import java.util.UUID;

/** An invitation to a running session. */
public record ShareId(UUID value) {
    public static ShareId next() {
        return new ShareId(Uuid7.next());
    }

    /** @throws gatehouse.kernel.ProblemException {@code VALUE_INVALID} */
    public static ShareId parse(String text) {
        return new ShareId(Uuids.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
