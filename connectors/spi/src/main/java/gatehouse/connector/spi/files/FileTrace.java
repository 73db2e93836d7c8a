package gatehouse.connector.spi.files;

import java.util.Optional;

/**
 * Hears what becomes of one allowed operation. For reading and writing: any number of pieces, then {@link #finished}; for everything
 * else only {@link #finished}. Called on I/O threads, reading and writing possibly at the same time; returns at once.
 */
public interface FileTrace {
    /** For operations that nobody writes down. */
    FileTrace NOTHING = outcome -> {};

    /**
     * Content that the target delivered. {@code bytes} is valid only during the call.
     *
     * @param position in the file, in bytes from its start
     */
    default void read(long position, byte[] bytes, int offset, int length) {}

    /**
     * Content on its way to the target; whether it arrived, {@link #finished} says. {@code bytes} is valid only during the call.
     *
     * @param position in the file, in bytes from its start
     */
    default void written(long position, byte[] bytes, int offset, int length) {}

    /** The target said that the file ends at or before {@code position}. */
    default void endOfFile(long position) {}

    /**
     * Asked before each piece that the client wants to read or write: why it must not any more, for what was allowed at the beginning.
     * Empty while it may. Decides from memory and returns at once.
     */
    default Optional<String> takenBack() {
        return Optional.empty();
    }

    /** The end, exactly once. */
    void finished(FileOutcome outcome);
}
