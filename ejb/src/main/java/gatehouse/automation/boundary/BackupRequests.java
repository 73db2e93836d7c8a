package gatehouse.automation.boundary;

import gatehouse.automation.control.EmbeddedDatabase;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Answers {@code ./gatehouse backup}, which puts a file into {@code $GATEHOUSE_HOME/requests}: whoever may write there owns the data
 * anyway. Looked at every two seconds.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BackupRequests {
    @Inject
    private EmbeddedDatabase database;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void answer() {
        database.backUpIfAsked();
    }
}
