package gatehouse.session.boundary;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.policy.entity.Action;
import gatehouse.session.entity.SessionId;
import java.time.Instant;
import java.util.Set;

/**
 * A session that runs.
 *
 * @param input where the person's client delivers
 * @param actions that its permission gives
 * @param until when its permission ends
 */
public record OpenedTerminal(SessionId id, TerminalInput input, Set<Action> actions, Instant until) {
    public OpenedTerminal {
        actions = Set.copyOf(actions);
    }
}
