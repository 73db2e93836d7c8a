package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.kernel.ProblemException;
import gatehouse.session.control.Detour;
import java.util.Optional;

/** What came from a target and is kept back. */
sealed interface Shown {
    /** @param type {@link EventType#OUTPUT} or {@link EventType#ERROR} */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(EventType type, byte[] bytes, Completion done) implements Shown {}

    /** @param past where it goes on: past the stages */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Carried(byte[] bytes, Completion done, Detour.Way past) implements Shown {}

    record End() implements Shown {}

    record Exit(ExitStatus status) implements Shown {}

    record Closed(Optional<ProblemException> reason) implements Shown {}
}
