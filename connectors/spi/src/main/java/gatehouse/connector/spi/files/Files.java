package gatehouse.connector.spi.files;

import gatehouse.connector.spi.Completion;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Gatehouse itself as the client of a target's files, for people without a client of their own. Calls return at once; stages complete
 * on I/O threads, with a {@link gatehouse.kernel.ProblemException} when the target (or the guard between) refuses. Thread-safe.
 */
public interface Files extends AutoCloseable {
    /** Without {@code .} and {@code ..}; in the target's order. Attributes are those of links themselves. */
    CompletionStage<List<FileEntry>> list(FilePath directory);

    /** Follows symbolic links. The entry's name is {@code path}. */
    CompletionStage<FileEntry> stat(FilePath path);

    /** Does not follow symbolic links. */
    CompletionStage<FileEntry> statLink(FilePath path);

    /** The absolute path of {@code path}, which is taken relative to where the account starts. */
    CompletionStage<FilePath> resolve(FilePath path);

    CompletionStage<Void> makeDirectory(FilePath path);

    /** Only an empty one. */
    CompletionStage<Void> removeDirectory(FilePath path);

    CompletionStage<Void> remove(FilePath path);

    /** Refused when {@code to} exists. */
    CompletionStage<Void> rename(FilePath from, FilePath to);

    /**
     * Reads a part of a file.
     *
     * @param position first byte, from 0
     * @param length how many bytes at most; the file's end may come before
     * @param sink gets the bytes in order
     * @return how many bytes there were, once the sink took them all
     */
    CompletionStage<Long> read(FilePath path, long position, long length, Sink sink);

    /**
     * Opens a file for writing and makes it when it is missing.
     *
     * @param position where the first byte goes; 0 empties an existing file, anything else keeps what is there (resume)
     */
    CompletionStage<Writing> write(FilePath path, long position);

    /**
     * As {@link #write}, but a file that is there stays as it was until the new one is complete: the content goes beside it, under a name
     * of its own, which takes the file's place with its owner and mode when the writing is finished. What was abandoned is gone on
     * with by the same mark. Where the target cannot do that (it cannot rename over a file, the directory may not be written, the owner
     * cannot be kept), and where there is no such file, the file itself is written, as by {@link #write}.
     *
     * @param mark lower-case letters and digits, the same for everything that belongs to one upload
     * @param position 0 begins; anything else goes on where the upload with this mark stopped; fails when nothing of it is there, unless
     *     the file itself has exactly this length
     */
    CompletionStage<Writing> replace(FilePath path, String mark, long position);

    /**
     * Whether {@link #replace} can leave a file until the new one is complete, as far as that is known before: by what the target offers and
     * the guard allows, not by the directory.
     */
    CompletionStage<Boolean> replacesWhole();

    /** What has arrived beside the file; its name is a path. Fails as {@link #stat} does when nothing has. */
    CompletionStage<FileEntry> statReplacement(FilePath path, String mark);

    /** Completes when the wire is gone, whoever closed it. */
    CompletionStage<Void> whenClosed();

    @Override
    void close();

    /** Takes what is read; {@code bytes} is valid until {@code done} was completed. Throws to stop the reading. */
    @FunctionalInterface
    interface Sink {
        void content(byte[] bytes, int offset, int length, Completion done);
    }

    /** A file that is being written. One caller, one call after the other. */
    interface Writing {
        /**
         * Appends. {@code bytes} is valid only during the call; {@code done} comes when the next piece may follow. A failure at the
         * target shows in {@link #finish}.
         */
        void content(byte[] bytes, int offset, int length, Completion done);

        /** Waits for the target to confirm everything and closes the file. */
        CompletionStage<Void> finish();

        /** There is no more, but more was wanted: closes the file, and the guard hears that it was interrupted. */
        CompletionStage<Void> abandon();
    }
}
