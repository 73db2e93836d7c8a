package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.FileTree;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session closes, and takes what is sent, under locks under which it also delivers. */
class MountTest {
    private static final Duration HANGS = Duration.ofMinutes(3);

    private final Mount mount =
            new Mount(TreePath.of(FilePath.of("/web-1/root")), "1:", new ClientSide(new RecordingOutput()), () -> {});
    private boolean hangs;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatATargetBringsWhileItIsClosedOrAskedWaitsForNobody(boolean ends) {
        Consumer<TerminalOutput> brings = ends ? output -> output.closed(Optional.empty()) : MountTest::greet;
        mount.open(new FileTree() {
            @Override
            public CompletionStage<Optional<List<String>>> list(List<String> folder) {
                throw new UnsupportedOperationException();
            }

            @Override
            public CompletionStage<TerminalInput> open(List<String> target, TerminalOutput output) {
                return CompletableFuture.completedFuture(new Busy(() -> brings.accept(output)));
            }
        });
        mount.close();

        assertThat(hangs).isFalse();
    }

    private static void greet(TerminalOutput output) {
        byte[] version = new PacketWriter()
                .unsigned8(Sftp.VERSION)
                .int32(Sftp.VERSION_SPOKEN)
                .toBytes();
        output.output(version, 0, version.length, Completion.NOTHING);
    }

    /** Goes on only when another thread has brought something. */
    private final class Busy extends QuietInput {
        private final Runnable brings;

        Busy(Runnable brings) {
            this.brings = brings;
        }

        private void bring() {
            Thread reader = Thread.ofVirtual().start(brings);
            try {
                hangs |= !reader.join(HANGS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            bring();
            done.complete();
        }

        @Override
        public void close() {
            bring();
        }
    }
}
