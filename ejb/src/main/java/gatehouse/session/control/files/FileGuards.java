package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileGuard;
import gatehouse.session.control.StageContext;
import gatehouse.session.entity.TransferSubject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** The guard over the files of one session, for each way of carrying them. */
@ApplicationScoped
public class FileGuards {
    @Inject
    private QueuedJournal journal;

    @Inject
    private Clock clock;

    /** @param protocol as the transfer log names it */
    public FileGuard forSession(StageContext context, String protocol) {
        return guard(context, protocol);
    }

    TransferGuard guard(StageContext context, String protocol) {
        TransferSubject subject = new TransferSubject(
                context.session(),
                context.caller(),
                context.asset().id(),
                context.asset().name(),
                context.account(),
                protocol);
        return new TransferGuard(subject, context.allowed(), journal, clock, context.controls()::end);
    }
}
