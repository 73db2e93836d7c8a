package gatehouse.audit.control;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far the chain is behind what happened, for {@code /prometheus}. */
@ApplicationScoped
public class SequenceFigures {
    private MeterRegistry registry;
    private Clock clock;
    private volatile Instant upToDateAt;

    protected SequenceFigures() {}

    @Inject
    SequenceFigures(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
        this.upToDateAt = clock.instant();
        registry.gauge("gatehouse.audit.behind.seconds", this, SequenceFigures::secondsBehind);
    }

    /** That many events got their place; a full batch leaves others waiting. */
    public void sequenced(int events) {
        registry.counter("gatehouse.audit.events.sequenced").increment(events);
        if (events < Sequence.MOST) {
            upToDateAt = clock.instant();
        }
    }

    private double secondsBehind() {
        return Duration.between(upToDateAt, clock.instant()).toMillis() / 1000.0;
    }
}
