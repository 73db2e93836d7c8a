package gatehouse.audit.control;

import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.Spell;

/** Tells once that the log cannot be sequenced, and once that it is again. */
public final class AuditTrouble {
    private final Spell spell = new Spell();

    public void met(Exception failure) {
        if (spell.begins()) {
            DatabaseOutage.in(failure)
                    .ifPresentOrElse(
                            _ -> AuditTroubleLog.LOG.databaseAway(), () -> AuditTroubleLog.LOG.notSequenced(failure));
        }
    }

    public void isOver() {
        if (spell.isOver()) {
            AuditTroubleLog.LOG.sequencedAgain();
        }
    }
}
