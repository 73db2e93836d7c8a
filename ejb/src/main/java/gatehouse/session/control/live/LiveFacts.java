package gatehouse.session.control.live;

import gatehouse.kernel.Caller;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionTarget;
import java.time.Instant;

/**
 * What does not change about a running session.
 *
 * @param until when the permission that let it in ends
 */
public record LiveFacts(
        SessionId id,
        Caller caller,
        SessionOrigin origin,
        SessionTarget target,
        ConnectRequest request,
        Instant startedAt,
        Instant until) {
    boolean hasTerminal() {
        return request.terminal().pty().isPresent();
    }
}
