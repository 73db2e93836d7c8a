package gatehouse.audit.control;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.Spell;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether the log can be written, as the sequencer finds every second. Told once when it cannot, and once when it can again. */
@ApplicationScoped
public class AuditTrouble {
    private final Spell spell = new Spell();
    private volatile boolean databaseAway;

    public void met(Exception failure) {
        databaseAway = DatabaseOutage.in(failure).isPresent();
        if (!spell.begins()) {
            return;
        }
        if (databaseAway) {
            AuditTroubleLog.LOG.databaseAway();
            return;
        }
        AuditTroubleLog.LOG.notSequenced(failure);
    }

    public void isOver() {
        databaseAway = false;
        if (spell.isOver()) {
            AuditTroubleLog.LOG.sequencedAgain();
        }
    }

    /** Only what an attempt has shown: a database that is slow is not away. */
    public boolean isDatabaseAway() {
        return databaseAway;
    }
}
