package gatehouse.keyring.boundary;

import gatehouse.kernel.Work;
import gatehouse.keyring.control.KeyringLog;
import gatehouse.keyring.control.Resealing;
import gatehouse.keyring.entity.SealedRows;
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
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** Binds the values of an earlier version to their rows, beside the work of people, who can open both (R1.5). */
@Singleton
@Startup
@DependsOn("KeyringStart")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ResealingStart {
    @Resource
    private ContextService contexts;

    @Inject
    private Resealing resealing;

    @Inject
    @Any
    private Instance<SealedRows> tables;

    private volatile boolean stopped;

    @PostConstruct
    void start() {
        new Work("resealing", contexts).execute(this::reseal);
    }

    private void reseal() {
        try {
            int count = tables.stream().mapToInt(this::reseal).sum();
            if (count > 0) {
                KeyringLog.LOG.resealed(count);
            }
        } catch (RuntimeException failure) {
            KeyringLog.LOG.notResealed(failure);
        }
    }

    private int reseal(SealedRows table) {
        Resealing.Progress progress = resealing.next(table, Resealing.Progress.START);
        while (!progress.isOver() && !stopped) {
            progress = resealing.next(table, progress);
        }
        return progress.resealed();
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }
}
