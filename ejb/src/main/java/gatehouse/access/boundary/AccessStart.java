package gatehouse.access.boundary;

import gatehouse.access.control.SignInRows;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;

/** Ends the sign-ins whose connections a crash or restart of this node cut. */
@Singleton
@Startup
@DependsOn("KeyringStart")
public class AccessStart {
    @Inject
    private SignInRows rows;

    @Inject
    private Clock clock;

    @PostConstruct
    void endCutConnections() {
        rows.endConnectionsOf(SignIns.node(), clock.instant());
    }
}
