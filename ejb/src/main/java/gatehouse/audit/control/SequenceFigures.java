package gatehouse.audit.control;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Whether the database is there and how far the chain is behind what happened, for {@code /prometheus}. */
@ApplicationScoped
public class SequenceFigures {
    private MeterRegistry registry;
    private Clock clock;
    private AuditTrouble trouble;
    private volatile Instant upToDateAt;

    protected SequenceFigures() {}

    @Inject
    SequenceFigures(MeterRegistry registry, Clock clock, AuditTrouble trouble) {
        this.registry = registry;
        this.clock = clock;
        this.upToDateAt = clock.instant();
        this.trouble = trouble;
        registry.gauge("gatehouse.database.up", this, figures -> figures.trouble.isDatabaseAway() ? 0 : 1);
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
