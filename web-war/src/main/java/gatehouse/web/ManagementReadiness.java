package gatehouse.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** The same on the management port, where {@code ./gatehouse status} looks and says what is missing. */
@Readiness
@ApplicationScoped
public class ManagementReadiness implements HealthCheck {
    @Inject
    private ServerHealth health;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("gatehouse")
                .status(health.isReady())
                .withData("database", health.isDatabaseThere())
                .withData("recording", health.canRecord())
                .build();
    }
}
