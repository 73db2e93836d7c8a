package gatehouse.session.boundary;

import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.session.control.files.FilePanels;
import gatehouse.session.control.files.TreeRemoval;
import gatehouse.session.entity.FileConnectionId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;

/**
 * Files of targets for people without a file client of their own. A connection is a session like any other: decided, guarded, in the
 * transfer log, ended by the same limits; it belongs to the sign-in that opened it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FileConnections {
    @Inject
    private FilePanels panels;

    @Inject
    private SessionOpener opener;

    /**
     * @param account as people pick it: its name
     * @return fails as opening a session does
     */
    public CompletionStage<FileConnectionId> open(Caller caller, AssetId asset, String account) {
        return panels.open(caller, asset, account, opener);
    }

    /** @throws gatehouse.kernel.ProblemException {@code SESSION_UNKNOWN} when it is closed, or somebody else's */
    public Files require(Caller caller, FileConnectionId id) {
        return panels.require(caller, id);
    }

    /** Removes a directory with everything in it. */
    public CompletionStage<Void> removeTree(Caller caller, FileConnectionId id, FilePath path) {
        return new TreeRemoval(panels.require(caller, id)).remove(path);
    }

    public void close(Caller caller, FileConnectionId id) {
        panels.require(caller, id).close();
    }
}
