package gatehouse.audit.boundary;

import gatehouse.audit.control.AuditTrouble;
import gatehouse.audit.control.Sequence;
import gatehouse.audit.control.SequenceFigures;
import gatehouse.kernel.Beat;
import gatehouse.kernel.Heartbeat;
import gatehouse.kernel.Work;
import gatehouse.keyring.boundary.Keyring;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Every second, on every server; the lease lets one of them do it. While the database is away the leaves wait for it as everything
 * else does: the next beat that finds it goes on where the last one ended.
 */
@Singleton
@Startup
@DependsOn("KeyringStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Sequencer {
    private static final Duration EVERY = Duration.ofSeconds(1);

    @Resource
    private ManagedScheduledExecutorService scheduler;

    @Resource
    private ContextService contexts;

    @Inject
    private Sequence sequence;

    @Inject
    private Keyring keyring;

    @Inject
    private AuditTrouble trouble;

    @Inject
    private SequenceFigures figures;

    private Heartbeat pulse;

    @PostConstruct
    void start() {
        pulse = new Heartbeat(scheduler, new Beat(new Work("sequencer", contexts), this::extend), EVERY);
    }

    private void extend() {
        try {
            int events;
            do {
                events = sequence.extend(System.getProperty("jboss.node.name", ""), keyring::sign);
                sequence.committed();
                figures.sequenced(events);
                trouble.isOver();
            } while (events == Sequence.MOST);
        } catch (Exception failure) { // also the checked RollbackException of a transaction that could not commit
            trouble.met(failure);
        }
    }

    @PreDestroy
    void stop() {
        pulse.close();
    }
}
