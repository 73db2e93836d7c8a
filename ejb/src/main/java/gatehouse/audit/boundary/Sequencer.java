package gatehouse.audit.boundary;

import gatehouse.audit.control.Sequence;
import gatehouse.keyring.boundary.Keyring;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;

/** Every second, on every server; the lease lets one of them do it. */
@Singleton
@Lock(LockType.WRITE)
public class Sequencer {
    @Inject
    private Sequence sequence;

    @Inject
    private Keyring keyring;

    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    public void extend() {
        sequence.extend(System.getProperty("jboss.node.name", ""), keyring::sign);
    }
}
