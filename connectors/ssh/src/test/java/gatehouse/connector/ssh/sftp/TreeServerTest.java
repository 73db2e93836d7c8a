package gatehouse.connector.ssh.sftp;

import static gatehouse.connector.ssh.sftp.Awaited.assertProblem;
import static gatehouse.connector.ssh.sftp.Awaited.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTree;
import gatehouse.connector.spi.files.Files;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tree over two of OpenSSH's own servers, walked by our client. */
class TreeServerTest {
    private final Map<List<String>, TestingSftpServer> servers = new HashMap<>();
    private Files files;

    @BeforeEach
    void connect() throws Exception {
        servers.put(List.of("web-1", "root"), TestingSftpServer.start());
        servers.put(List.of("db-1", "postgres"), TestingSftpServer.start());
        FileTree tree = new FileTree() {
            @Override
            public CompletionStage<Optional<List<String>>> list(List<String> folder) {
                List<String> names = servers.keySet().stream()
                        .filter(path -> path.subList(0, folder.size()).equals(folder))
                        .map(path -> path.get(folder.size()))
                        .sorted()
                        .toList();
                return CompletableFuture.completedFuture(names.isEmpty() ? Optional.empty() : Optional.of(names));
            }

            @Override
            public CompletionStage<TerminalInput> open(List<String> target, TerminalOutput output) {
                TestingSftpServer server = servers.get(target);
                if (server == null) {
                    return CompletableFuture.failedFuture(SftpProblem.FILE_NOT_FOUND.problem("not for you"));
                }
                server.deliverTo(output);
                return CompletableFuture.completedFuture(server);
            }
        };
        SftpProtocol protocol = new SftpProtocol();
        var client = protocol.client();
        files = get(client.greet(protocol.serve(tree, client.fromTarget())));
    }

    @AfterEach
    void disconnect() {
        files.close();
        servers.values().forEach(TestingSftpServer::close);
    }

    @Test
    void foldersShowWhatMayBeReached() throws Exception {
        assertThat(names("/")).containsExactly("db-1", "web-1");
        assertThat(names("/web-1")).containsExactly("root");
        assertThat(get(files.stat(path("/web-1/root"))).kind()).isEqualTo(FileEntry.Kind.DIRECTORY);
        assertProblem(files.list(path("/mail-1")), SftpProblem.FILE_NOT_FOUND);
        assertProblem(files.list(path("/web-1/alice")), SftpProblem.FILE_NOT_FOUND);
        assertThat(get(files.resolve(path("/web-1/../db-1/."))).text()).isEqualTo("/db-1");
    }

    @Test
    void foldersCannotBeChanged() {
        assertProblem(files.makeDirectory(path("/new")), SftpProblem.PERMISSION_DENIED);
        assertProblem(files.remove(path("/web-1/root")), SftpProblem.PERMISSION_DENIED);
        assertProblem(files.write(path("/web-1/file"), 0), SftpProblem.PERMISSION_DENIED);
        assertProblem(files.rename(path("/web-1/root"), path("/web-1/x")), SftpProblem.PERMISSION_DENIED);
    }

    @Test
    void filesOfTwoTargetsAreReadAndWrittenSideBySide() throws Exception {
        byte[] content = new byte[700_000];
        new Random(3).nextBytes(content);
        var first = write("/web-1/root/~/one", content);
        var second = write("/db-1/postgres/~/two", content);
        get(first);
        get(second);
        assertThat(java.nio.file.Files.readAllBytes(directory("web-1", "root").resolve("one")))
                .isEqualTo(content);
        assertThat(java.nio.file.Files.readAllBytes(
                        directory("db-1", "postgres").resolve("two")))
                .isEqualTo(content);
        var one = read("/web-1/root/~/one");
        var two = read("/db-1/postgres/~/two");
        assertThat(get(one)).isEqualTo(content);
        assertThat(get(two)).isEqualTo(content);
    }

    @Test
    void nothingMovesFromOneTargetToAnother() throws Exception {
        get(write("/web-1/root/~/one", "x".getBytes(UTF_8)));
        assertProblem(
                files.rename(path("/web-1/root/~/one"), path("/db-1/postgres/~/one")), SftpProblem.OPERATION_FAILED);
        get(files.rename(path("/web-1/root/~/one"), path("/web-1/root/~/two")));
        assertThat(names("/web-1/root/~")).containsExactly("two");
    }

    @Test
    void linksAndDotsStayWithinTheTarget() throws Exception {
        java.nio.file.Path home = directory("web-1", "root");
        java.nio.file.Files.createSymbolicLink(home.resolve("out"), java.nio.file.Path.of("/../../etc"));
        String seen = get(files.resolve(path("/web-1/root/~/out"))).text();
        assertThat(seen).isEqualTo("/web-1/root/etc");
        assertThat(get(files.resolve(path("/web-1/root/~/../../../..", ""))).text())
                .isEqualTo("/");
        String real = get(files.resolve(path("/web-1/root/~/."))).text();
        assertThat(real).isEqualTo("/web-1/root" + home.toRealPath());
    }

    @Test
    void aTargetThatGoesAwayIsOpenedAnew() throws Exception {
        get(files.list(path("/web-1/root/~")));
        TestingSftpServer first = servers.put(List.of("web-1", "root"), TestingSftpServer.start());
        first.close();
        get(first.over);
        assertThat(get(files.list(path("/web-1/root/~")))).isEmpty();
    }

    private java.nio.file.Path directory(String... target) {
        return servers.get(List.of(target)).directory;
    }

    private List<String> names(String folder) throws Exception {
        return get(files.list(path(folder))).stream()
                .map(entry -> entry.name().text())
                .toList();
    }

    private CompletionStage<Void> write(String name, byte[] content) throws Exception {
        Files.Writing writing = get(files.write(path(name), 0));
        writing.content(content, 0, content.length, () -> {});
        return writing.finish();
    }

    private CompletionStage<byte[]> read(String name) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return files.read(path(name), 0, Long.MAX_VALUE, (bytes, offset, length, done) -> {
                    content.write(bytes, offset, length);
                    done.complete();
                })
                .thenApply(_ -> content.toByteArray());
    }

    private static FilePath path(String... parts) {
        return FilePath.of(String.join("", parts));
    }
}
