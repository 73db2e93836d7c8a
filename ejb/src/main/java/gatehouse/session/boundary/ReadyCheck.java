package gatehouse.session.boundary;

import gatehouse.audit.boundary.AuditLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * For {@code /health/ready} on the management port, where {@code ./gatehouse status} looks: what is missing for people to work. Known,
 * not asked: whoever looks does not wait for what is away. It lives here because the server finds such checks in this archive only.
 */
@Readiness
@ApplicationScoped
class ReadyCheck implements HealthCheck {
    @Inject
    private AuditLog audit;

    @Inject
    private Recordings recordings;

    @Override
    public HealthCheckResponse call() {
        boolean database = audit.canRecord();
        boolean recording = recordings.canRecord();
        return HealthCheckResponse.named("gatehouse")
                .status(database && recording)
                .withData("database", database)
                .withData("recording", recording)
                .build();
    }
}
