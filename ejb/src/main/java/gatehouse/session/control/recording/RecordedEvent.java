package gatehouse.session.control.recording;

/** @param micros since the recording's start */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RecordedEvent(EventType type, long micros, byte[] bytes) {}
