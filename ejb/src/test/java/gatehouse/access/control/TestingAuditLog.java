package gatehouse.access.control;

import gatehouse.audit.boundary.AuditLog;
import gatehouse.audit.entity.AuditEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Remembers what was told. */
final class TestingAuditLog extends AuditLog {
    final List<AuditEvent> told = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void recordAlways(AuditEvent event) {
        told.add(event);
    }
}
