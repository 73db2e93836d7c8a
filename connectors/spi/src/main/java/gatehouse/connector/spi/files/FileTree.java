package gatehouse.connector.spi.files;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Folders that only Gatehouse knows, and targets below them: {@code /web-1/root/etc/hosts} is {@code /etc/hosts} at the target that
 * {@code [web-1, root]} opens. Methods return at once; stages complete on any thread.
 */
public interface FileTree {
    /** How many names lead to a target. */
    int DEPTH = 2;

    /**
     * What may be seen in a folder.
     *
     * @param folder fewer than {@link #DEPTH} names
     * @return names without {@code /}; empty when there is no such folder for this person
     */
    CompletionStage<Optional<List<String>>> list(List<String> folder);

    /**
     * Opens a target, guarded already.
     *
     * @param target {@link #DEPTH} names
     * @param output gets what the target answers
     */
    CompletionStage<TerminalInput> open(List<String> target, TerminalOutput output);
}
