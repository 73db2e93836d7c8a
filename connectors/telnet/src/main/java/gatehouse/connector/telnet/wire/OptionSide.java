package gatehouse.connector.telnet.wire;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Options of one side of a connection, by the Q method (RFC 1143), which cannot loop: a request is answered, an answer is not.
 * Gatehouse asks for options at most once and never takes one back, so that the method's queue bit is not needed.
 */
final class OptionSide {
    private enum State {
        OFF,
        ASKED,
        ON
    }

    private final Set<Integer> supported;
    private final int agreement;
    private final int refusal;
    private final Map<Integer, State> states = new HashMap<>();

    /**
     * @param supported options that may be on
     * @param agreement verb that asks or agrees: WILL for our own side, DO for the peer's
     * @param refusal verb that refuses
     */
    OptionSide(Set<Integer> supported, int agreement, int refusal) {
        this.supported = supported;
        this.agreement = agreement;
        this.refusal = refusal;
    }

    boolean isOn(int option) {
        return states.get(option) == State.ON;
    }

    /** We would like it: gives the verb to send, if any. */
    OptionalInt ask(int option) {
        return states.putIfAbsent(option, State.ASKED) == null ? OptionalInt.of(agreement) : OptionalInt.empty();
    }

    /** The peer wants it on, or agrees: gives the verb to send, if any. */
    OptionalInt on(int option) {
        if (!supported.contains(option)) {
            return OptionalInt.of(refusal);
        }
        State before = states.getOrDefault(option, State.OFF);
        states.put(option, State.ON);
        return before == State.OFF ? OptionalInt.of(agreement) : OptionalInt.empty();
    }

    /** The peer wants it off, or refuses: gives the verb to send, if any. */
    OptionalInt off(int option) {
        State before = states.getOrDefault(option, State.OFF);
        states.replace(option, State.OFF);
        return before == State.ON ? OptionalInt.of(refusal) : OptionalInt.empty();
    }
}
