package gatehouse.session.control.files;

import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferSubject;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps the log in memory. */
final class TestingJournal implements TransferJournal {
    static final TransferSubject SUBJECT = new TransferSubject(
            SessionId.next(),
            new Caller(
                    UserId.next(),
                    "alice",
                    new OrganisationId(new UUID(1, 1)),
                    Set.of(),
                    "127.0.0.1",
                    "ssh",
                    new UUID(0, 0)),
            new AssetId(new UUID(2, 2)),
            "web-1",
            "root",
            "sftp");

    final List<Transfer> lines = new CopyOnWriteArrayList<>();
    boolean full;

    @Override
    public boolean hasRoom() {
        return !full;
    }

    @Override
    public void write(Transfer line) {
        lines.add(line);
    }
}
