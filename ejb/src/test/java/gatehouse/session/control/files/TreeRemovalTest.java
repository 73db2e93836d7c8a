package gatehouse.session.control.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.files.FileEntry;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.kernel.ProblemException;
import gatehouse.session.entity.SessionProblem;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class TreeRemovalTest {
    private final List<String> done = new ArrayList<>();

    /** A server of somebody's own, with a thousand directories in each. */
    @Test
    void directoriesWithinDirectoriesKeepABoundedNumberOfEntries() {
        Files endless = files(1000, Integer.MAX_VALUE);
        assertThatThrownBy(() -> remove(endless))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(SessionProblem.TRANSFER_DENIED));
        assertThat(done).hasSize(21).allMatch(step -> step.startsWith("list"));
    }

    @Test
    void whatIsInsideGoesFirst() throws Exception {
        remove(files(1, 2));
        assertThat(done)
                .containsExactly("list /d", "list /d/0", "list /d/0/0", "rmdir /d/0/0", "rmdir /d/0", "rmdir /d");
    }

    private static void remove(Files files) throws Exception {
        new TreeRemoval(files).remove(FilePath.of("/d")).toCompletableFuture().get();
    }

    private Files files(int inEach, int deepest) {
        return (Files) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Files.class},
                (_, method, arguments) -> answer(method.getName(), (FilePath) arguments[0], inEach, deepest));
    }

    private CompletionStage<?> answer(String method, FilePath path, int inEach, int deepest) {
        return switch (method) {
            case "statLink" -> CompletableFuture.completedFuture(directory(path));
            case "list" -> {
                done.add("list " + path.text());
                yield CompletableFuture.completedFuture(entries(path, inEach, deepest));
            }
            default -> {
                done.add("rmdir " + path.text());
                yield CompletableFuture.completedFuture(null);
            }
        };
    }

    private static List<FileEntry> entries(FilePath path, int inEach, int deepest) {
        List<FileEntry> entries = new ArrayList<>();
        for (int i = 0; i < inEach && path.text().split("/", -1).length - 2 < deepest; i++) {
            entries.add(directory(FilePath.of(String.valueOf(i))));
        }
        return entries;
    }

    private static FileEntry directory(FilePath name) {
        return new FileEntry(name, FileEntry.Kind.DIRECTORY, 0, 0, 0, Optional.empty());
    }
}
