package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;

/** The files shape over SFTP. */
final class SftpFiles implements Files {
    /** What a listing may hold, so that a hostile server cannot fill the memory. */
    static final int MOST_ENTRIES = 200_000;

    /** Of all names of a listing together. */
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** Of one name: file systems have 255 characters at most, of up to four bytes. */
    static final int LONGEST_NAME = 1024;

    private final SftpClient client;

    SftpFiles(SftpClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<List<FileEntry>> list(FilePath directory) {
        return opened(Sftp.OPENDIR, packet -> packet.path(directory))
                .thenCompose(handle -> closing(handle, listing(handle, new Listing())));
    }

    @Override
    public CompletionStage<FileEntry> stat(FilePath path) {
        return ask(Sftp.STAT, packet -> packet.path(path))
                .thenApply(answer -> Attributes.read(path, answer.expect(Sftp.ATTRS)));
    }

    @Override
    public CompletionStage<FileEntry> statLink(FilePath path) {
        return ask(Sftp.LSTAT, packet -> packet.path(path))
                .thenApply(answer -> Attributes.read(path, answer.expect(Sftp.ATTRS)));
    }

    @Override
    public CompletionStage<FilePath> resolve(FilePath path) {
        return ask(Sftp.REALPATH, packet -> packet.path(path)).thenApply(answer -> {
            PacketReader names = answer.expect(Sftp.NAME);
            if (names.int32() < 1) {
                throw names.malformed("the target resolved a path to nothing");
            }
            return names.path();
        });
    }

    @Override
    public CompletionStage<Void> makeDirectory(FilePath path) {
        return done(Sftp.MKDIR, packet -> packet.path(path).raw(Attributes.none(), 0, 4));
    }

    @Override
    public CompletionStage<Void> removeDirectory(FilePath path) {
        return done(Sftp.RMDIR, packet -> packet.path(path));
    }

    @Override
    public CompletionStage<Void> remove(FilePath path) {
        return done(Sftp.REMOVE, packet -> packet.path(path));
    }

    @Override
    public CompletionStage<Void> rename(FilePath from, FilePath to) {
        return done(Sftp.RENAME, packet -> packet.path(from).path(to));
    }

    @Override
    public CompletionStage<Long> read(FilePath path, long position, long length, Sink sink) {
        return opened(
                        Sftp.OPEN,
                        packet -> packet.path(path).int32(Sftp.FLAG_READ).raw(Attributes.none(), 0, 4))
                .thenCompose(
                        handle -> closing(handle, new SftpReading(client, handle, position, length, sink).start()));
    }

    @Override
    public CompletionStage<Writing> write(FilePath path, long position) {
        int flags = Sftp.FLAG_WRITE | Sftp.FLAG_CREATE | (position == 0 ? Sftp.FLAG_TRUNCATE : 0);
        return opened(Sftp.OPEN, packet -> packet.path(path).int32(flags).raw(Attributes.none(), 0, 4))
                .thenApply(handle -> new SftpWriting(client, this, handle, position));
    }

    @Override
    public CompletionStage<Writing> replace(FilePath path, String mark, long position) {
        return new Replacement(client, this).open(path, mark, position);
    }

    @Override
    public CompletionStage<Boolean> replacesWhole() {
        return new Replacement(client, this).isPossible();
    }

    @Override
    public CompletionStage<FileEntry> statReplacement(FilePath path, String mark) {
        return new Replacement(client, this).stat(path, mark);
    }

    @Override
    public CompletionStage<Void> whenClosed() {
        return client.whenClosed();
    }

    @Override
    public void close() {
        client.close();
    }

    CompletableFuture<Void> closeHandle(String handle) {
        return done(Sftp.CLOSE, packet -> packet.latin1(handle));
    }

    private CompletableFuture<List<FileEntry>> listing(String handle, Listing listing) {
        return ask(Sftp.READDIR, packet -> packet.latin1(handle)).thenCompose(answer -> {
            if (answer.isEndOfFile()) {
                return CompletableFuture.completedFuture(listing.entries);
            }
            listing.add(answer.expect(Sftp.NAME));
            return listing(handle, listing);
        });
    }

    /** What was listed so far. An answer without any name ends it, too: a server could go on with those for ever. */
    private static final class Listing {
        private final List<FileEntry> entries = new ArrayList<>();
        private int bytes;

        void add(PacketReader names) {
            int count = names.int32();
            if (count < 1) {
                throw names.malformed("the target lists a directory without naming anything in it");
            }
            for (; count > 0; count--) {
                FilePath name = names.path();
                names.string();
                add(Attributes.read(name, names));
            }
        }

        private void add(FileEntry entry) {
            bytes += entry.name().length();
            if (entry.name().length() > LONGEST_NAME) {
                throw SftpProblem.OPERATION_FAILED.problem(
                        "the directory has a name of more than " + LONGEST_NAME + " bytes");
            }
            if (entries.size() >= MOST_ENTRIES || bytes > MOST_BYTES) {
                throw SftpProblem.OPERATION_FAILED.problem("the directory is too large to list here: more than "
                        + MOST_ENTRIES + " entries, or " + MOST_BYTES + " bytes of names");
            }
            if (!entry.name().latin1().equals(".") && !entry.name().latin1().equals("..")) {
                entries.add(entry);
            }
        }
    }

    /** Closes the handle whatever became of the work; the work's failure is the one that is told. */
    private <T> CompletableFuture<T> closing(String handle, CompletableFuture<T> work) {
        return work.handle(Ended::new)
                .thenCompose(ended -> closeHandle(handle).handle((_, closeFailure) -> ended.andThen(closeFailure)));
    }

    private record Ended<T>(T result, Throwable failure) {
        T andThen(Throwable closeFailure) {
            Throwable problem = failure == null ? closeFailure : failure;
            if (problem == null) {
                return result;
            }
            throw problem instanceof CompletionException wrapped ? wrapped : new CompletionException(problem);
        }
    }

    CompletableFuture<String> opened(int type, UnaryOperator<PacketWriter> fields) {
        return ask(type, fields).thenApply(answer -> answer.expect(Sftp.HANDLE).latin1());
    }

    CompletableFuture<Void> done(int type, UnaryOperator<PacketWriter> fields) {
        return ask(type, fields).thenAccept(Answer::expectOk);
    }

    CompletableFuture<Answer> ask(int type, UnaryOperator<PacketWriter> fields) {
        int number = client.nextNumber();
        return client.ask(
                number, fields.apply(PacketWriter.packet(type, number)).toBytes());
    }
}
