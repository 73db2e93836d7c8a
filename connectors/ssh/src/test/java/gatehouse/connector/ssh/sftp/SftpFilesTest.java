package gatehouse.connector.ssh.sftp;

import static gatehouse.connector.ssh.sftp.Awaited.assertProblem;
import static gatehouse.connector.ssh.sftp.Awaited.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Client, relay and guard against OpenSSH's own server. */
class SftpFilesTest {
    private static final String MARK = "0123456789abcdef";

    private final TestingGuard guard = new TestingGuard();
    private TestingSftpServer server;
    private Files files;

    @BeforeEach
    void connect() throws Exception {
        connect(TestingSftpServer.start());
    }

    private void connect(TestingSftpServer target) throws Exception {
        server = target;
        SftpProtocol protocol = new SftpProtocol();
        var client = protocol.client();
        var relay = protocol.relay(guard, client.fromTarget());
        server.deliverTo(relay.fromTarget());
        files = get(client.greet(relay.toTarget(server)));
    }

    @AfterEach
    void disconnect() {
        files.close();
        server.close();
    }

    @Test
    void whatIsWrittenIsReadBackAndTraced() throws Exception {
        byte[] content = new byte[1_500_001];
        new Random(1).nextBytes(content);
        write("big", 0, content);
        assertThat(java.nio.file.Files.readAllBytes(server.directory.resolve("big")))
                .isEqualTo(content);
        assertThat(guard.last().content.toByteArray()).isEqualTo(content);
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.SUCCEEDED);

        assertThat(read("big", 0, Long.MAX_VALUE)).isEqualTo(content);
        assertThat(guard.last().content.toByteArray()).isEqualTo(content);
        assertThat(guard.last().endOfFile).isEqualTo(content.length);
        assertThat(guard.last().positions).isSorted();
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.SUCCEEDED);
    }

    @Test
    void partsAreReadAndUploadsResumed() throws Exception {
        write("part", 0, "hello ".getBytes(UTF_8));
        write("part", 6, "world".getBytes(UTF_8));
        assertThat(new String(read("part", 0, 100), UTF_8)).isEqualTo("hello world");
        assertThat(new String(read("part", 4, 3), UTF_8)).isEqualTo("o w");
        write("part", 0, "new".getBytes(UTF_8));
        assertThat(new String(read("part", 0, 100), UTF_8)).isEqualTo("new");
    }

    @Test
    void whatIsGivenUpIsInterruptedAndItsRestMayFollow() throws Exception {
        Files.Writing writing = get(files.write(FilePath.of("cut"), 0));
        writing.content("hello ".getBytes(UTF_8), 0, 6, Completion.NOTHING);
        get(writing.abandon());
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.INTERRUPTED);

        write("cut", 6, "world".getBytes(UTF_8));
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.SUCCEEDED);
        assertThat(guard.last().content.toString(UTF_8)).isEqualTo("world");
        assertThat(new String(read("cut", 0, 100), UTF_8)).isEqualTo("hello world");
    }

    @Test
    void namesAreBytes() throws Exception {
        byte[] name = {'a', '\n', (byte) 0xff, ' ', '"', (byte) 0xc3, (byte) 0xa9};
        FilePath path = FilePath.copyOf(name, 0, name.length);
        get(files.makeDirectory(path));
        List<FileEntry> entries = get(files.list(FilePath.of(".")));
        assertThat(entries).extracting(FileEntry::name).containsExactly(path);
        assertThat(entries.getFirst().kind()).isEqualTo(FileEntry.Kind.DIRECTORY);
        assertThat(entries.getFirst().name().text()).isEqualTo("a\\n\\xff \"é");
        get(files.removeDirectory(path));
        assertThat(get(files.list(FilePath.of(".")))).isEmpty();
    }

    @Test
    void renamesRemovesAndResolves() throws Exception {
        write("a", 0, new byte[10]);
        get(files.rename(FilePath.of("a"), FilePath.of("b")));
        assertThat(get(files.stat(FilePath.of("b"))).size()).isEqualTo(10);
        assertThat(get(files.resolve(FilePath.of("."))).text())
                .isEqualTo(server.directory.toRealPath().toString());
        get(files.remove(FilePath.of("b")));
        assertProblem(files.stat(FilePath.of("b")), SftpProblem.FILE_NOT_FOUND);
        assertThat(guard.checked).extracting(operation -> operation.kind()).contains(Kind.RENAME, Kind.REMOVE);
    }

    /** What R6.10 relies on. */
    @Test
    void theDraftsRenameReplacesNothing() throws Exception {
        write("a", 0, new byte[10]);
        write("b", 0, new byte[20]);
        assertProblem(files.rename(FilePath.of("a"), FilePath.of("b")), SftpProblem.OPERATION_FAILED);
        assertThat(get(files.stat(FilePath.of("b"))).size()).isEqualTo(20);
    }

    @Test
    void theGuardsRefusalReachesTheCallerAndNotTheTarget() throws Exception {
        write("keep", 0, new byte[10]);
        guard.denied.add(Effect.REMOVE);
        guard.denied.add(Effect.WRITE);
        assertProblem(files.remove(FilePath.of("keep")), SftpProblem.PERMISSION_DENIED);
        assertProblem(files.write(FilePath.of("keep"), 0), SftpProblem.PERMISSION_DENIED);
        assertThat(get(files.stat(FilePath.of("keep"))).size()).isEqualTo(10);
    }

    @Test
    void everythingFailsOnceTheServerIsGone() throws Exception {
        server.close();
        get(files.whenClosed());
        assertProblem(files.stat(FilePath.of(".")), SftpProblem.CONNECTION_CLOSED);
    }

    /** The abandoned ones are answered by the relay, on the thread that asks; the listings by the target, on the one that reads. */
    @Test
    void whatIsAnsweredHereAndWhatIsAnsweredThereDoNotWaitForEachOther() throws Exception {
        write("some", 0, "content".getBytes(UTF_8));
        CompletableFuture<Void> listings = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 500; i++) {
                files.list(FilePath.of(".")).toCompletableFuture().join();
            }
        });
        for (int i = 0; i < 500; i++) {
            get(get(files.write(FilePath.of("given-up"), 0)).abandon());
        }
        get(listings);
    }

    @Test
    void aReplacedFileStaysUntilTheNewOneIsComplete() throws Exception {
        write("kept", 0, "old".getBytes(UTF_8));
        Path kept = server.directory.resolve("kept");
        java.nio.file.Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-rw-r-x"));
        Files.Writing cut = get(files.replace(FilePath.of("kept"), MARK, 0));
        cut.content("bra".getBytes(UTF_8), 0, 3, Completion.NOTHING);
        get(cut.abandon());
        assertThat(java.nio.file.Files.readString(kept)).isEqualTo("old");
        assertThat(guard.traces.stream().filter(trace -> trace.operation.kind() == Kind.WRITE))
                .last()
                .extracting(trace -> trace.outcomes)
                .isEqualTo(List.of(FileOutcome.INTERRUPTED));
        FileEntry part = get(files.statReplacement(FilePath.of("kept"), MARK));
        assertThat(part.size()).isEqualTo(3);

        write(get(files.replace(FilePath.of("kept"), MARK, 3)), "nd new".getBytes(UTF_8));
        assertThat(guard.last().operation.kind()).isEqualTo(Kind.RENAME);
        assertThat(java.nio.file.Files.readString(kept)).isEqualTo("brand new");
        assertThat(get(files.stat(FilePath.of("kept"))).permissions()).isEqualTo(0665);
        assertThat(get(files.list(FilePath.of("."))))
                .extracting(FileEntry::name)
                .containsExactly(FilePath.of("kept"));
    }

    @Test
    void withoutItsPartAnUploadGoesOnOnlyBehindWhatIsThere() throws Exception {
        write("kept", 0, "as it was".getBytes(UTF_8));
        assertProblem(files.replace(FilePath.of("kept"), MARK, 3), SftpProblem.FILE_NOT_FOUND);
        assertProblem(files.replace(FilePath.of("kept"), MARK, 10), SftpProblem.FILE_NOT_FOUND);
        assertProblem(files.replace(FilePath.of("missing"), MARK, 3), SftpProblem.FILE_NOT_FOUND);
        assertThat(new String(read("kept", 0, 100), UTF_8)).isEqualTo("as it was");
        assertThat(get(files.list(FilePath.of(".")))).hasSize(1);

        write(get(files.replace(FilePath.of("kept"), MARK, 9)), " before".getBytes(UTF_8));
        assertThat(new String(read("kept", 0, 100), UTF_8)).isEqualTo("as it was before");
    }

    @Test
    void whatALinkLeadsToIsReplacedAndNotTheLink() throws Exception {
        write("real", 0, "old".getBytes(UTF_8));
        Path link = java.nio.file.Files.createSymbolicLink(server.directory.resolve("link"), Path.of("real"));
        write(get(files.replace(FilePath.of("link"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(link).isSymbolicLink();
        assertThat(java.nio.file.Files.readString(server.directory.resolve("real")))
                .isEqualTo("new");
    }

    /** Whoever may write into the directory could have put it there. */
    @Test
    void aLinkAtTheNameOfThePartLeadsNobodyToAnotherFile() throws Exception {
        write("kept", 0, "old".getBytes(UTF_8));
        write("victim", 0, "untouched".getBytes(UTF_8));
        Path part = server.directory.resolve(".kept." + MARK + ".part");
        java.nio.file.Files.createSymbolicLink(part, Path.of("victim"));

        write(get(files.replace(FilePath.of("kept"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(new String(read("kept", 0, 100), UTF_8)).isEqualTo("new");
        assertProblem(files.replace(FilePath.of("kept"), MARK, 9), SftpProblem.PERMISSION_DENIED);
        assertThat(new String(read("victim", 0, 100), UTF_8)).isEqualTo("untouched");

        java.nio.file.Files.delete(part);
        java.nio.file.Files.createSymbolicLink(part, Path.of("nowhere-yet"));
        write(get(files.replace(FilePath.of("kept"), MARK, 0)), "newer".getBytes(UTF_8));
        assertThat(server.directory.resolve("nowhere-yet")).doesNotExist();
    }

    @Test
    void anUploadThatBeginsAgainTakesItsOldPart() throws Exception {
        write("kept", 0, "old".getBytes(UTF_8));
        Files.Writing cut = get(files.replace(FilePath.of("kept"), MARK, 0));
        cut.content("a long beginning".getBytes(UTF_8), 0, 16, Completion.NOTHING);
        get(cut.abandon());

        write(get(files.replace(FilePath.of("kept"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(new String(read("kept", 0, 100), UTF_8)).isEqualTo("new");
        assertThat(get(files.list(FilePath.of(".")))).hasSize(1);
    }

    @Test
    void aFileThatWasNotThereIsWrittenUnderItsName() throws Exception {
        write(get(files.replace(FilePath.of("fresh"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(guard.last().operation.path()).isEqualTo(FilePath.of(server.directory.toRealPath() + "/fresh"));
        assertThat(guard.last().operation.kind()).isEqualTo(Kind.WRITE);
        assertProblem(files.statReplacement(FilePath.of("fresh"), MARK), SftpProblem.FILE_NOT_FOUND);
    }

    @Test
    void withoutRenamingOverAFileItIsWrittenItself() throws Exception {
        assertThat(get(files.replacesWhole())).isTrue();
        disconnect();
        connect(TestingSftpServer.start("-P", "posix-rename"));
        assertThat(get(files.replacesWhole())).isFalse();
        write("plain", 0, "long ago".getBytes(UTF_8));
        write(get(files.replace(FilePath.of("plain"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(new String(read("plain", 0, 100), UTF_8)).isEqualTo("new");
    }

    @Test
    void withoutTheRightToReplaceAFileItIsWrittenItself() throws Exception {
        guard.replaces = false;
        assertThat(get(files.replacesWhole())).isFalse();
        write("mine", 0, "long ago".getBytes(UTF_8));
        write(get(files.replace(FilePath.of("mine"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(new String(read("mine", 0, 100), UTF_8)).isEqualTo("new");
        assertThat(get(files.list(FilePath.of(".")))).hasSize(1);
    }

    @Test
    void inADirectoryThatMayNotBeWrittenTheFileItselfIs() throws Exception {
        get(files.makeDirectory(FilePath.of("shut")));
        write("shut/file", 0, "long ago".getBytes(UTF_8));
        Path shut = server.directory.resolve("shut");
        java.nio.file.Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("r-xr-xr-x"));
        write(get(files.replace(FilePath.of("shut/file"), MARK, 0)), "new".getBytes(UTF_8));
        assertThat(new String(read("shut/file", 0, 100), UTF_8)).isEqualTo("new");
    }

    private void write(String name, long position, byte[] content) throws Exception {
        write(get(files.write(FilePath.of(name), position)), content);
    }

    private static void write(Files.Writing writing, byte[] content) throws Exception {
        for (int at = 0; at < content.length; at += 100_000) {
            CompletableFuture<Void> taken = new CompletableFuture<>();
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(content.length, at + 100_000));
            writing.content(piece, 0, piece.length, () -> taken.complete(null));
            get(taken);
        }
        get(writing.finish());
    }

    private byte[] read(String name, long position, long length) throws Exception {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long count = get(files.read(FilePath.of(name), position, length, (bytes, offset, size, done) -> {
            content.write(bytes, offset, size);
            done.complete();
        }));
        assertThat(count).isEqualTo(content.size());
        return content.toByteArray();
    }
}
