package gatehouse.session.control.recording;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.control.Detour;
import gatehouse.session.control.Typist;
import java.util.Optional;

/** What came from a person and is kept back. */
sealed interface Typed {
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] bytes, Completion done, Optional<Typist> by) implements Typed {}

    /** @param past where it goes on: past the stages */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Carried(byte[] bytes, Completion done, Detour.Way past) implements Typed {}

    record End() implements Typed {}

    record Resize(WindowSize size) implements Typed {}

    record Signal(String name) implements Typed {}
}
