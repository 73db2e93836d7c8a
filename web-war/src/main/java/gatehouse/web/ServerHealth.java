package gatehouse.web;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.session.boundary.Recordings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether people can work at the moment. Known, not asked: whoever looks does not wait for what is away. */
@ApplicationScoped
public class ServerHealth {
    @Inject
    private AuditLog audit;

    @Inject
    private Recordings recordings;

    boolean isDatabaseThere() {
        return audit.canRecord();
    }

    boolean canRecord() {
        return recordings.canRecord();
    }

    boolean isReady() {
        return isDatabaseThere() && canRecord();
    }
}
