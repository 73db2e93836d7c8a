package gatehouse.session.control.files;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FileTrace;
import gatehouse.session.entity.Transfer;
import gatehouse.session.entity.TransferContent;
import gatehouse.session.entity.TransferOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counts and hashes what one operation carries, and hands in its line of the log at the end. */
final class TransferTrace implements FileTrace {
    private final FileOperation operation;
    private final Transfer transfer;
    private final Clock clock;
    private final Consumer<Transfer> journal;
    private final Supplier<Optional<String>> obstacle;
    private final MessageDigest digest;
    private long bytes;
    private long next;
    private boolean ordered = true;
    private boolean ends;

    /** @param obstacle why it must not go on; empty while it may */
    TransferTrace(
            FileOperation operation,
            Transfer transfer,
            Clock clock,
            Consumer<Transfer> journal,
            Supplier<Optional<String>> obstacle) {
        this.operation = operation;
        this.transfer = transfer;
        this.clock = clock;
        this.journal = journal;
        this.obstacle = obstacle;
        this.digest = sha256();
    }

    @Override
    public Optional<String> takenBack() {
        return obstacle.get();
    }

    @Override
    public synchronized void read(long position, byte[] content, int offset, int length) {
        count(position, content, offset, length);
    }

    @Override
    public synchronized void written(long position, byte[] content, int offset, int length) {
        count(position, content, offset, length);
    }

    @Override
    public synchronized void endOfFile(long position) {
        ends = ends || position == next;
    }

    /** For protocols whose content cannot be followed: what they say its size is. */
    synchronized void claimed(long size) {
        bytes += size;
        ordered = false;
    }

    @Override
    public synchronized void finished(FileOutcome outcome) {
        switch (outcome) {
            case FileOutcome.Succeeded _ -> end(TransferOutcome.SUCCEEDED, "");
            case FileOutcome.Failed(String reason) -> end(TransferOutcome.FAILED, reason);
            case FileOutcome.Interrupted _ -> end(TransferOutcome.INTERRUPTED, "");
        }
    }

    private void count(long position, byte[] content, int offset, int length) {
        bytes += length;
        ordered = ordered && position == next;
        if (ordered) {
            digest.update(content, offset, length);
            next += length;
        }
    }

    private void end(TransferOutcome outcome, String why) {
        journal.accept(transfer.ended(outcome, why, content(outcome), clock.instant()));
    }

    private TransferContent content(TransferOutcome outcome) {
        boolean anything = bytes > 0 || outcome == TransferOutcome.SUCCEEDED;
        Optional<String> hash = carries() && ordered && anything
                ? Optional.of(HexFormat.of().formatHex(digest.digest()))
                : Optional.empty();
        boolean whole = hash.isPresent() && outcome == TransferOutcome.SUCCEEDED && (operation.truncates() || ends);
        return new TransferContent(bytes, hash, whole);
    }

    /** One stream in one direction; what is read and written through one opening has no single hash. */
    private boolean carries() {
        return operation.kind() == FileOperation.Kind.READ || operation.kind() == FileOperation.Kind.WRITE;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
