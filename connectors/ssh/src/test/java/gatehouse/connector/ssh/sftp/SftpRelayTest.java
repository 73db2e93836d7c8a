package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOperation;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOperation.Kind;
import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FilePath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SftpRelayTest extends RelayedSftp {
    @Test
    void deniedOperationsAreAnsweredHereAndNeverReachTheTarget() {
        greet();
        guard.denied.add(Effect.REMOVE);
        send(PacketWriter.packet(Sftp.REMOVE, 7).latin1("/etc/passwd").toBytes());
        assertThat(target.received.size()).isZero();
        PacketReader answer = answer();
        assertThat(answer.unsigned8()).isEqualTo(Sftp.STATUS);
        assertThat(answer.int32()).isEqualTo(7);
        assertThat(answer.int32()).isEqualTo(Sftp.PERMISSION_DENIED);
        assertThat(answer.latin1()).isEqualTo("not allowed here");
    }

    @Test
    void allowedRequestsPassByteForByte() {
        greet();
        byte[] name = {'/', (byte) 0xff, '\n', (byte) 0xc3, '%'};
        byte[] request = PacketWriter.packet(Sftp.STAT, 1)
                .string(name)
                .raw(new byte[] {9, 9}, 0, 2)
                .toBytes();
        send(request);
        assertThat(target.received.toByteArray()).isEqualTo(request);
        assertThat(guard.checked).containsExactly(FileOperation.of(Kind.STAT, FilePath.copyOf(name, 0, name.length)));
        assertThat(guard.checked.getFirst().path().text()).isEqualTo("/\\xff\\n\\xc3%");
    }

    @Test
    void aClientThatSpeaksALaterVersionIsHeldDownToThree() {
        send(new PacketWriter().unsigned8(Sftp.INIT).int32(6).toBytes());
        assertThat(target.received.toByteArray())
                .isEqualTo(new PacketWriter().unsigned8(Sftp.INIT).int32(3).toBytes());
    }

    @Test
    void extensionsAndKindsThatAreNotKnownAreRefused() {
        greet();
        send(PacketWriter.packet(Sftp.EXTENDED, 1)
                .latin1("exec@example.org")
                .latin1("rm -rf /")
                .toBytes());
        send(PacketWriter.packet(22, 2).latin1("LINK of version 6").toBytes());
        assertThat(target.received.size()).isZero();
        assertThat(client.received.toString(StandardCharsets.ISO_8859_1)).contains("does not understand");
    }

    @Test
    void aRequestNumberInUseEndsTheConnection() {
        greet();
        send(PacketWriter.packet(Sftp.STAT, 5).latin1("/a").toBytes());
        send(PacketWriter.packet(Sftp.OPEN, 5)
                .latin1("/b")
                .int32(Sftp.FLAG_WRITE)
                .int32(0)
                .toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.REQUEST_MALFORMED);
        assertThat(target.closings).isEqualTo(1);
    }

    /** R6.12 */
    @Test
    void whoeverAsksForTooMuchAtOnceIsEnded() {
        greet();
        for (int i = 0; i < 512; i++) {
            send(PacketWriter.packet(Sftp.STAT, i).latin1("/a").toBytes());
        }
        receive(PacketWriter.packet(Sftp.ATTRS, 0).int32(0).toBytes());
        send(PacketWriter.packet(Sftp.STAT, 0).latin1("/a").toBytes());
        assertThat(client.reason).isEmpty();

        send(PacketWriter.packet(Sftp.STAT, 512).latin1("/a").toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.REQUEST_MALFORMED);
    }

    /** R6.12 */
    @Test
    void whoeverOpensTooManyFilesIsEnded() {
        greet();
        for (int i = 0; i <= 1024; i++) {
            assertThat(client.reason).isEmpty();
            send(PacketWriter.packet(Sftp.OPENDIR, 1).latin1("/a").toBytes());
            receive(PacketWriter.packet(Sftp.HANDLE, 1).latin1("h" + i).toBytes());
        }
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.REQUEST_MALFORMED);
    }

    /** R6.12 */
    @Test
    void aPathThatNoFileHasIsNotKept() {
        greet();
        send(PacketWriter.packet(Sftp.STAT, 1).latin1("/" + "a".repeat(4096)).toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.REQUEST_MALFORMED);
    }

    /** R6.10 */
    @Test
    void aRenameThatMayNotReplaceIsAskedForAsOneThatDoesNot() {
        greet();
        byte[] replacing = PacketWriter.packet(Sftp.EXTENDED, 4)
                .latin1("posix-rename@openssh.com")
                .latin1("/a")
                .latin1("/b")
                .toBytes();
        send(replacing);
        assertThat(target.received.toByteArray()).isEqualTo(replacing);
        receive(PacketWriter.status(4, Sftp.OK, ""));
        target.received.reset();

        guard.replaces = false;
        send(replacing);
        assertThat(target.received.toByteArray())
                .isEqualTo(PacketWriter.packet(Sftp.RENAME, 4)
                        .latin1("/a")
                        .latin1("/b")
                        .toBytes());
        receive(PacketWriter.status(4, Sftp.FAILURE, "it exists"));
        assertThat(guard.last().outcomes).containsExactly(new FileOutcome.Failed("it exists"));
    }

    @Test
    void noiseNeverThrowsAndEveryCompletionComes() {
        for (int seed = 0; seed < 3000; seed++) {
            new SftpRelayTest().noise(new Random(seed));
        }
    }

    private void noise(Random random) {
        if (random.nextInt(4) > 0) {
            greet();
        }
        AtomicInteger completed = new AtomicInteger();
        int deliveries = 20;
        for (int i = 0; i < deliveries; i++) {
            byte[] packet = noisyPacket(random);
            if (random.nextBoolean()) {
                toTarget.input(packet, 0, packet.length, completed::incrementAndGet);
                continue;
            }
            fromTarget.output(packet, 0, packet.length, completed::incrementAndGet);
        }
        toTarget.close();
        fromTarget.closed(Optional.empty());
        assertThat(completed).hasValue(deliveries);
        assertThat(client.closings).isEqualTo(1);
        guard.traces.forEach(trace -> assertThat(trace.outcomes).hasSize(1));
    }

    private static byte[] noisyPacket(Random random) {
        int[] types = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 101, 102, 103, 104, 200};
        PacketWriter packet = PacketWriter.packet(types[random.nextInt(types.length)], random.nextInt(6));
        for (int i = random.nextInt(5); i > 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> packet.int32(random.nextInt(8));
                case 1 -> packet.int64(random.nextLong());
                case 2 -> packet.latin1(random.nextBoolean() ? "h" : "posix-rename@openssh.com");
                default -> packet.unsigned8(random.nextInt());
            }
        }
        byte[] bytes = packet.toBytes();
        return random.nextInt(10) > 0 ? bytes : Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
    }
}
