package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.session.entity.SessionProblem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** Removes a directory with everything in it, one entry after the other. Links are removed, never followed. */
public final class TreeRemoval {
    /** Of all that was listed: listings of directories within each other are kept until these are empty. */
    private static final int MOST_ENTRIES = 20_000;

    private static final int DEEPEST = 64;

    private final Files files;
    private final AtomicInteger found = new AtomicInteger();

    public TreeRemoval(Files files) {
        this.files = files;
    }

    /** Fails at the first entry that the target does not let go; what was removed before stays removed. */
    public CompletionStage<Void> remove(FilePath path) {
        return files.statLink(path).thenCompose(entry -> remove(path, entry.kind(), 0));
    }

    private CompletionStage<Void> remove(FilePath path, FileEntry.Kind kind, int depth) {
        if (kind != FileEntry.Kind.DIRECTORY) {
            return files.remove(path);
        }
        return depth > DEEPEST ? tooLarge() : directory(path, depth);
    }

    private CompletionStage<Void> directory(FilePath path, int depth) {
        return files.list(path)
                .thenCompose(entries ->
                        found.addAndGet(entries.size()) > MOST_ENTRIES ? tooLarge() : entries(path, entries, depth))
                .thenCompose(_ -> files.removeDirectory(path));
    }

    private CompletionStage<Void> entries(FilePath path, List<FileEntry> entries, int depth) {
        CompletionStage<Void> all = CompletableFuture.completedFuture(null);
        for (FileEntry entry : entries) {
            all = all.thenCompose(_ -> remove(path.child(entry.name()), entry.kind(), depth + 1));
        }
        return all;
    }

    private static CompletionStage<Void> tooLarge() {
        return CompletableFuture.failedFuture(
                SessionProblem.TRANSFER_DENIED.problem("this directory is too large to be removed here; use a shell"));
    }
}
