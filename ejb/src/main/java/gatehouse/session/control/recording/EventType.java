package gatehouse.session.control.recording;

/** What an event of a recording is. */
public enum EventType {
    OUTPUT('o'),
    ERROR('e'),
    INPUT('i'),
    UNECHOED('n'),
    TYPIST('w'),
    RESIZE('r'),
    MARKER('m'),
    ACCOUNTED('s'),
    INPUT_ACCOUNTED('t');

    private final byte code;

    EventType(char code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    /** @throws gatehouse.kernel.ProblemException {@code RECORDING_DAMAGED} for anything else */
    static EventType of(byte code) {
        return switch (code) {
            case 'o' -> OUTPUT;
            case 'e' -> ERROR;
            case 'i' -> INPUT;
            case 'n' -> UNECHOED;
            case 'w' -> TYPIST;
            case 'r' -> RESIZE;
            case 'm' -> MARKER;
            case 's' -> ACCOUNTED;
            case 't' -> INPUT_ACCOUNTED;
            default -> throw RecordingFormat.damaged("an event of an unknown kind");
        };
    }
}
