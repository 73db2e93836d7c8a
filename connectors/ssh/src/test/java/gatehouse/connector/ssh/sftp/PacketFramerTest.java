package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.kernel.ProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PacketFramerTest {
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private final ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    private final AtomicInteger completions = new AtomicInteger();

    @RepeatedTest(200)
    void passesAndDropsWholePacketsHoweverTheyAreCut(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        ByteArrayOutputStream expectedBodies = new ByteArrayOutputStream();
        for (int i = 0; i < 40; i++) {
            byte[] body = new byte[random.nextInt(300)];
            random.nextBytes(body);
            boolean write = random.nextBoolean();
            byte[] packet = write
                    ? write(i, body)
                    : PacketWriter.packet(Sftp.STAT, i).string(body).toBytes();
            stream.writeBytes(packet);
            switch (i % 3) {
                case 0 -> expected.writeBytes(packet);
                case 1 -> {}
                default -> expected.writeBytes(write ? replaced(body) : "REPLACED".getBytes(StandardCharsets.US_ASCII));
            }
            if (write) {
                expectedBodies.writeBytes(body);
            }
        }
        PacketFramer framer = framer();
        byte[] bytes = stream.toByteArray();
        int deliveries = 0;
        for (int at = 0; at < bytes.length; deliveries++) {
            int count = Math.min(bytes.length - at, 1 + random.nextInt(random.nextBoolean() ? 5 : 700));
            framer.deliver(bytes, at, count, completions::incrementAndGet);
            at += count;
        }
        assertThat(passed.toByteArray()).isEqualTo(expected.toByteArray());
        assertThat(bodies.toByteArray()).isEqualTo(expectedBodies.toByteArray());
        assertThat(completions).hasValue(deliveries);
        assertThat(framer.atBoundary()).isTrue();
    }

    @Test
    void lengthsThatNobodySendsEndTheStream() {
        for (int length : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, Sftp.LARGEST_PACKET + 1}) {
            byte[] packet = {
                (byte) (length >> 24), (byte) (length >> 16), (byte) (length >> 8), (byte) length, Sftp.STAT
            };
            assertThatThrownBy(() -> framer().deliver(packet, 0, packet.length, Completion.NOTHING))
                    .isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aWriteWhoseHandleIsLongerThanItselfEndsTheStream() {
        byte[] packet =
                PacketWriter.packet(Sftp.WRITE, 1).int32(Integer.MAX_VALUE).toBytes();
        assertThatThrownBy(() -> framer().deliver(packet, 0, packet.length, Completion.NOTHING))
                .isInstanceOf(ProblemException.class);
    }

    private PacketFramer framer() {
        PacketFramer.Handler handler = new PacketFramer.Handler() {
            @Override
            public Fate packet(PacketReader packet, int total) {
                packet.int32();
                boolean write = packet.unsigned8() == Sftp.WRITE;
                int id = packet.int32();
                return switch (id % 3) {
                    case 0 -> Fate.PASS;
                    case 1 -> Fate.DROP;
                    default -> Fate.replace((write ? "HEAD" : "REPLACED").getBytes(StandardCharsets.US_ASCII));
                };
            }

            @Override
            public void body(byte[] bytes, int offset, int length) {
                bodies.write(bytes, offset, length);
            }
        };
        PacketFramer.Sink sink = (bytes, offset, length, _, done) -> {
            passed.write(bytes, offset, length);
            done.complete();
        };
        return new PacketFramer(handler, sink, SftpProblem.REQUEST_MALFORMED);
    }

    private static byte[] write(int id, byte[] body) {
        return PacketWriter.packet(Sftp.WRITE, id)
                .latin1("handle")
                .int64(0)
                .string(body)
                .toBytes();
    }

    private static byte[] replaced(byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("HEAD".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }
}
