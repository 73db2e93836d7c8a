package gatehouse.session.control.recording;

import gatehouse.session.control.Typist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says in the recording who types, whenever that changes (R11.9). Not thread-safe. */
final class TypistLog {
    private final Recorder recorder;
    private final List<Typist> known = new ArrayList<>();
    private char current;

    /** @param person whose session it is: number 0, who types until somebody else does */
    TypistLog(Recorder recorder, Typist person) {
        this.recorder = recorder;
        known.add(person);
    }

    /**
     * A number for each of them.
     *
     * @param who empty for the session's own person
     */
    char number(Optional<Typist> who) {
        if (who.isEmpty()) {
            return 0;
        }
        int number = known.indexOf(who.get());
        if (number < 0) {
            number = known.size();
            known.add(who.get());
        }
        return (char) number;
    }

    /** What is recorded next was typed by them. */
    void announce(char number) {
        if (number != current) {
            current = number;
            Typist typist = known.get(number);
            recorder.record(EventType.TYPIST, typist.user() + " " + typist.name());
        }
    }
}
