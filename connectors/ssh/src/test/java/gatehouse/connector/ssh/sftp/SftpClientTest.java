package gatehouse.connector.ssh.sftp;

import static gatehouse.connector.ssh.sftp.Awaited.assertProblem;
import static gatehouse.connector.ssh.sftp.Awaited.get;
import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Against targets that do not do what a file server does. */
class SftpClientTest {
    @Test
    void aServerThatDoesNotGreetIsLeft() throws Exception {
        SftpClient client = new SftpClient(Duration.ofMillis(100));
        RecordingOutput silent = new RecordingOutput();

        assertProblem(client.greet(silent), SftpProblem.TARGET_SILENT);
        assertThat(silent.closings).isEqualTo(1);
    }

    @Test
    void aServerThatSpeaksWronglyBeforeItIsGreetedIsLeft() throws Exception {
        SftpClient client = new SftpClient();
        RecordingOutput target = new RecordingOutput();
        deliver(client, new PacketWriter().unsigned8(Sftp.VERSION).int32(Sftp.VERSION_SPOKEN + 1));

        assertProblem(client.greet(target), SftpProblem.ANSWER_MALFORMED);
        assertThat(target.closings).isPositive();
    }

    @Test
    void aServerThatDoesNotAnswerIsLeft() throws Exception {
        SftpClient client = new SftpClient(Duration.ofMillis(500));
        RecordingOutput silent = new RecordingOutput();
        byte[] greeting = new PacketWriter()
                .unsigned8(Sftp.VERSION)
                .int32(Sftp.VERSION_SPOKEN)
                .toBytes();
        // there before it is waited for: the patience is for the answer that never comes
        client.fromTarget().output(greeting, 0, greeting.length, Completion.NOTHING);
        Files greeted = get(client.greet(silent));

        assertProblem(greeted.stat(FilePath.of(".")), SftpProblem.TARGET_SILENT);
        assertThat(silent.closings).isEqualTo(1);
    }

    /** The relay holds locks while it delivers, and whoever asks holds others until the request is sent. */
    @Test
    void whoHearsAnAnswerHoldsNoLockOfWhoeverBroughtIt() throws Exception {
        SftpClient client = new SftpClient();
        Object lock = new Object();
        CompletableFuture<Boolean> greeting = client.greet(new RecordingOutput())
                .thenApply(_ -> Thread.holdsLock(lock))
                .toCompletableFuture();
        CompletableFuture<Boolean> answer = client.ask(7, new byte[0]).thenApply(_ -> Thread.holdsLock(lock));
        CompletableFuture<Boolean> end = client.ask(8, new byte[0]).handle((_, _) -> Thread.holdsLock(lock));
        synchronized (lock) {
            deliver(client, new PacketWriter().unsigned8(Sftp.VERSION).int32(Sftp.VERSION_SPOKEN));
            deliver(
                    client,
                    PacketWriter.packet(Sftp.STATUS, 7)
                            .int32(Sftp.OK)
                            .latin1("")
                            .latin1(""));
            client.fromTarget().closed(Optional.empty());
        }

        assertThat(get(greeting)).isFalse();
        assertThat(get(answer)).isFalse();
        assertThat(get(end)).isFalse();
    }

    @Test
    void aServerThatGreetsTwiceIsLeft() throws Exception {
        SftpClient client = new SftpClient();
        RecordingOutput target = new RecordingOutput();
        TerminalOutput fromTarget = client.fromTarget();
        CompletionStage<Files> greeting = client.greet(target);
        byte[] version = new PacketWriter()
                .unsigned8(Sftp.VERSION)
                .int32(Sftp.VERSION_SPOKEN)
                .toBytes();
        fromTarget.output(version, 0, version.length, Completion.NOTHING);
        Files greeted = get(greeting);
        fromTarget.output(version, 0, version.length, Completion.NOTHING);

        get(greeted.whenClosed());
        assertThat(target.closings).isEqualTo(1);
    }

    private static void deliver(SftpClient client, PacketWriter packet) {
        byte[] bytes = packet.toBytes();
        client.fromTarget().output(bytes, 0, bytes.length, Completion.NOTHING);
    }
}
