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
    /** What a listing may hold, so that a hostile directory cannot fill the memory. */
    static final int MOST_ENTRIES = 200_000;

    private final SftpClient client;

    SftpFiles(SftpClient client) {
        this.client = client;
    }

    @Override
    public CompletionStage<List<FileEntry>> list(FilePath directory) {
        return opened(Sftp.OPENDIR, packet -> packet.path(directory))
                .thenCompose(handle -> closing(handle, listing(handle, new ArrayList<>())));
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

    private CompletableFuture<List<FileEntry>> listing(String handle, List<FileEntry> entries) {
        return ask(Sftp.READDIR, packet -> packet.latin1(handle)).thenCompose(answer -> {
            if (answer.isEndOfFile()) {
                return CompletableFuture.completedFuture(entries);
            }
            addEntries(answer.expect(Sftp.NAME), entries);
            return listing(handle, entries);
        });
    }

    private static void addEntries(PacketReader names, List<FileEntry> entries) {
        for (int count = names.int32(); count > 0; count--) {
            FilePath name = names.path();
            names.string();
            FileEntry entry = Attributes.read(name, names);
            if (entries.size() >= MOST_ENTRIES) {
                throw SftpProblem.OPERATION_FAILED.problem("the directory has more than " + MOST_ENTRIES + " entries");
            }
            if (!name.latin1().equals(".") && !name.latin1().equals("..")) {
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

    private CompletableFuture<String> opened(int type, UnaryOperator<PacketWriter> fields) {
        return ask(type, fields).thenApply(answer -> answer.expect(Sftp.HANDLE).latin1());
    }

    private CompletableFuture<Void> done(int type, UnaryOperator<PacketWriter> fields) {
        return ask(type, fields).thenAccept(Answer::expectOk);
    }

    private CompletableFuture<Answer> ask(int type, UnaryOperator<PacketWriter> fields) {
        int number = client.nextNumber();
        return client.ask(
                number, fields.apply(PacketWriter.packet(type, number)).toBytes());
    }
}
