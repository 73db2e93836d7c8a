package gatehouse.audit.boundary;

import gatehouse.audit.control.AuditTrouble;
import gatehouse.audit.control.Leaves;
import gatehouse.audit.control.Witness;
import gatehouse.audit.entity.AuditEvent;
import gatehouse.audit.entity.AuditFilter;
import gatehouse.audit.entity.AuditLeaf;
import gatehouse.audit.entity.AuditRight;
import gatehouse.audit.entity.Testimony;
import gatehouse.kernel.Caller;
import gatehouse.kernel.DatabaseOutage;
import gatehouse.kernel.Page;
import gatehouse.kernel.PageRequest;
import gatehouse.keyring.boundary.Keyring;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The log of what happened. Recording takes no {@code Caller}: the event itself names who acted. */
@Stateless
public class AuditLog {
    @Inject
    private Leaves leaves;

    @Inject
    private Keyring keyring;

    @Inject
    private AuditTrouble trouble;

    @Inject
    private Witness witness;

    /** Joins the caller's transaction: when that fails, the event did not happen either. */
    public void record(AuditEvent event) {
        leaves.add(event, hash -> keyring.mac(Leaves.MAC_PURPOSE, hash));
    }

    /** In its own transaction: for refusals, which are told although everything else is rolled back. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recordAlways(AuditEvent event) {
        record(event);
    }

    /** Whether the database was there a second ago; asks nobody, and never waits. No caller: it tells nothing about anybody. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean canRecord() {
        return !trouble.isDatabaseAway();
    }

    /**
     * For the ways in: what is refused at once needs no time-out of the database to be refused.
     *
     * @throws gatehouse.kernel.ProblemException {@code DATABASE_UNAVAILABLE}
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public void requireDatabase() {
        if (!canRecord()) {
            throw DatabaseOutage.known();
        }
    }

    /**
     * What the log says of a session, oldest first, each checked. For work on behalf of a person who may see the session: no right is
     * asked.
     */
    public List<Testimony> about(Caller caller, UUID session, Set<String> types) {
        return leaves.about(caller.scope(), session, types).stream()
                .map(leaf -> new Testimony(leaf, witness.fault(leaf)))
                .toList();
    }

    public Page<AuditLeaf> list(Caller caller, AuditFilter filter, PageRequest request) {
        caller.require(AuditRight.EVENT_VIEW);
        return leaves.page(caller.scope(), request, filter);
    }
}
