package gatehouse.session.control.opening;

import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How much of what a person is refused has an event of its own: the first {@value #MOST_TOLD} of a minute. The others of that minute
 * are a sum, so that nobody fills the audit log, or keeps it from coming to an end, by asking for what they do not get.
 */
@ApplicationScoped
public class RefusalTally {
    static final int MOST_TOLD = 120;
    private static final Duration SPAN = Duration.ofMinutes(1);

    private final Map<UserId, Span> spans = new ConcurrentHashMap<>();

    private record Span(Caller caller, Instant until, int refusals) {
        Span more() {
            return new Span(caller, until, refusals + 1);
        }

        Sum sum() {
            return new Sum(caller, refusals - MOST_TOLD);
        }
    }

    /** @param refusals that have no event of their own */
    public record Sum(Caller caller, int refusals) {}

    /** Counts one; whether it is to be told by itself. */
    public boolean tells(Caller caller, Instant now) {
        Span span = spans.merge(caller.user(), new Span(caller, now.plus(SPAN), 1), (before, _) -> before.more());
        return span.refusals() <= MOST_TOLD;
    }

    /** What is to be told of spans that are over; each once. */
    public List<Sum> due(Instant now) {
        List<Sum> sums = new ArrayList<>();
        for (UserId user : spans.keySet()) {
            spans.computeIfPresent(user, (_, span) -> {
                if (now.isBefore(span.until())) {
                    return span;
                }
                if (span.refusals() > MOST_TOLD) {
                    sums.add(span.sum());
                }
                return null;
            });
        }
        return sums;
    }
}
