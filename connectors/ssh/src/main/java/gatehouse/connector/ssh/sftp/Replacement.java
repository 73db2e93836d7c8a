package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Writes beside a file what takes its place once it is complete. Example: {@code /srv/app.conf} with the mark {@code k3…} grows as
 * {@code /srv/.app.conf.k3….part} and is renamed over the file, which had kept its content, and keeps its owner and mode. What a link
 * leads to is replaced, not the link.
 */
final class Replacement {
    /** Follows no link that somebody puts there (draft-ietf-secsh-filexfer-02, 6.3). */
    private static final int BEGINS = Sftp.FLAG_WRITE | Sftp.FLAG_CREATE | Sftp.FLAG_EXCLUSIVE;

    /** Of the file's, so that the part's is no longer than file systems allow. */
    private static final int LONGEST_NAME = 200;

    private static final long NOTHING_THERE = -1;

    private final SftpClient client;
    private final SftpFiles files;

    Replacement(SftpClient client, SftpFiles files) {
        this.client = client;
        this.files = files;
    }

    CompletionStage<Files.Writing> open(FilePath path, String mark, long position) {
        if (!client.renamesOver()) {
            return files.write(path, position);
        }
        return place(path).thenCompose(file -> {
            FilePath part = part(file, mark);
            CompletionStage<Files.Writing> beside = position == 0 ? begin(file, part) : goOn(file, part, position);
            return beside.exceptionallyCompose(
                    why -> isImpossible(why) ? inPlace(file, position, why) : CompletableFuture.failedFuture(why));
        });
    }

    CompletionStage<Boolean> isPossible() {
        if (!client.renamesOver()) {
            return CompletableFuture.completedFuture(false);
        }
        return mayReplace()
                .thenApply(_ -> true)
                .exceptionallyCompose(why -> isProblem(why, SftpProblem.PERMISSION_DENIED)
                        ? CompletableFuture.completedFuture(false)
                        : CompletableFuture.failedFuture(why));
    }

    private CompletableFuture<Void> mayReplace() {
        return files.done(Sftp.EXTENDED, packet -> packet.latin1(Sftp.MAY_REPLACE));
    }

    /** Goes on only behind what was written so before: anything else of a file that keeps its content would be overwritten. */
    private CompletionStage<Files.Writing> inPlace(FilePath file, long position, Throwable why) {
        if (position == 0) {
            return files.write(file, 0);
        }
        return files.stat(file)
                .thenApply(FileEntry::size)
                .exceptionally(_ -> NOTHING_THERE)
                .thenCompose(
                        size -> size == position ? files.write(file, position) : CompletableFuture.failedFuture(why));
    }

    /** There is nothing to replace or to go on with, or the target does not let it happen here. A full disk is another matter. */
    private static boolean isImpossible(Throwable why) {
        return isProblem(why, SftpProblem.FILE_NOT_FOUND) || isProblem(why, SftpProblem.PERMISSION_DENIED);
    }

    private static boolean isProblem(Throwable why, SftpProblem code) {
        Throwable cause = why instanceof CompletionException wrapped ? wrapped.getCause() : why;
        return cause instanceof ProblemException problem && problem.code() == code;
    }

    CompletionStage<FileEntry> stat(FilePath path, String mark) {
        return place(path).thenCompose(file -> files.statLink(part(file, mark)));
    }

    /** Where the file really is. Not every server resolves what is not there yet. */
    private CompletionStage<FilePath> place(FilePath path) {
        return files.resolve(path).exceptionally(_ -> path);
    }

    private static FilePath part(FilePath file, String mark) {
        String path = file.latin1();
        int name = path.lastIndexOf('/') + 1;
        int end = Math.min(path.length(), name + LONGEST_NAME);
        return FilePath.ofLatin1(path.substring(0, name) + "." + path.substring(name, end) + "." + mark + ".part");
    }

    private CompletionStage<Files.Writing> goOn(FilePath file, FilePath part, long position) {
        return regular(part)
                .thenCompose(_ -> open(part, Sftp.FLAG_WRITE, Attributes.none()))
                .thenApply(handle -> new Beside(file, part, new SftpWriting(client, files, handle, position)));
    }

    /** Fails when something else stands there, a link to another file for example. */
    private CompletionStage<FileEntry> regular(FilePath part) {
        return files.statLink(part).thenApply(entry -> {
            if (entry.kind() != FileEntry.Kind.FILE) {
                throw SftpProblem.PERMISSION_DENIED.problem(
                        "what stands at the name of the file's part is no regular file");
            }
            return entry;
        });
    }

    /** Takes away what an earlier beginning left. Whoever may replace the file may delete. */
    private CompletionStage<Void> clear(FilePath part) {
        return regular(part)
                .thenCompose(_ -> files.remove(part))
                .exceptionallyCompose(why -> isProblem(why, SftpProblem.FILE_NOT_FOUND)
                        ? CompletableFuture.completedFuture(null)
                        : CompletableFuture.failedFuture(why));
    }

    /** Fails when there is no such file, or when it may not be replaced, or not without changing whose it is. */
    private CompletionStage<Files.Writing> begin(FilePath file, FilePath part) {
        return mayReplace()
                .thenCompose(_ -> files.ask(Sftp.LSTAT, packet -> packet.path(file)))
                .thenApply(answer -> Attributes.standing(answer.expect(Sftp.ATTRS))
                        .orElseThrow(() -> SftpProblem.FILE_NOT_FOUND.problem("no regular file")))
                .thenCompose(standing -> clear(part)
                        .thenCompose(_ -> open(part, BEGINS, Attributes.mode(standing.permissions() & 0777)))
                        .thenCompose(handle -> like(standing, handle)
                                .thenApply(_ -> handle)
                                .exceptionallyCompose(refused -> discard(handle, part, refused))))
                .thenApply(handle -> new Beside(file, part, new SftpWriting(client, files, handle, 0)));
    }

    private CompletableFuture<String> open(FilePath path, int flags, byte[] attributes) {
        return files.opened(Sftp.OPEN, packet -> packet.path(path).int32(flags).raw(attributes, 0, attributes.length));
    }

    /** The owner first: a change of it takes special bits of the mode away. */
    private CompletableFuture<Void> like(Attributes.Standing wanted, String handle) {
        return files.ask(Sftp.FSTAT, packet -> packet.latin1(handle)).thenCompose(answer -> {
            Optional<Attributes.Standing> now = Attributes.standing(answer.expect(Sftp.ATTRS));
            boolean owned = now.filter(part -> part.owners() == wanted.owners()).isPresent();
            return (owned ? CompletableFuture.<Void>completedFuture(null) : set(handle, wanted.owner()))
                    .thenCompose(_ -> owned && now.equals(Optional.of(wanted))
                            ? CompletableFuture.<Void>completedFuture(null)
                            : set(handle, wanted.mode()));
        });
    }

    private CompletableFuture<Void> set(String handle, byte[] attributes) {
        return files.done(Sftp.FSETSTAT, packet -> packet.latin1(handle).raw(attributes, 0, attributes.length));
    }

    private CompletionStage<String> discard(String handle, FilePath part, Throwable why) {
        return files.closeHandle(handle)
                .thenCompose(_ -> files.remove(part))
                .handle((_, _) ->
                        SftpProblem.PERMISSION_DENIED.problem("the file's owner and mode cannot be kept", why))
                .thenCompose(CompletableFuture::failedFuture);
    }

    private final class Beside implements Files.Writing {
        private final FilePath file;
        private final FilePath part;
        private final Files.Writing writing;

        Beside(FilePath file, FilePath part, Files.Writing writing) {
            this.file = file;
            this.part = part;
            this.writing = writing;
        }

        @Override
        public void content(byte[] bytes, int offset, int length, Completion done) {
            writing.content(bytes, offset, length, done);
        }

        @Override
        public CompletionStage<Void> finish() {
            return writing.finish()
                    .thenCompose(_ -> files.done(
                            Sftp.EXTENDED,
                            packet -> packet.latin1(Sftp.RENAME_OVER).path(part).path(file)));
        }

        @Override
        public CompletionStage<Void> abandon() {
            return writing.abandon();
        }
    }
}
