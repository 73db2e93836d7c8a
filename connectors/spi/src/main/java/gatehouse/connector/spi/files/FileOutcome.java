package gatehouse.connector.spi.files;

/** How an operation ended. */
public sealed interface FileOutcome {
    record Succeeded() implements FileOutcome {}

    /** @param reason what the target said, in one line; of a transfer: its first failure */
    record Failed(String reason) implements FileOutcome {}

    /** The connection ended before the target answered or the file was closed, or whoever wrote the file gave it up. */
    record Interrupted() implements FileOutcome {}

    FileOutcome SUCCEEDED = new Succeeded();
    FileOutcome INTERRUPTED = new Interrupted();
}
