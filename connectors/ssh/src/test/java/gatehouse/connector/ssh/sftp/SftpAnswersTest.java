package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.files.FileOperation.Effect;
import gatehouse.connector.spi.files.FileOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers: each belongs to a request, and carries no more than it must. */
class SftpAnswersTest extends RelayedSftp {
    /** R6.7: somebody's own program in the place of the SFTP server has no other way to answer than a server. */
    @ParameterizedTest
    @ValueSource(ints = {Sftp.DATA, Sftp.HANDLE, Sftp.NAME, Sftp.EXTENDED_REPLY, 200})
    void anAnswerOfAnotherKindEndsTheConnection(int type) {
        greet();
        send(PacketWriter.packet(Sftp.STAT, 5).latin1("/a").toBytes());
        receive(PacketWriter.packet(type, 5).latin1("smuggled").toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.ANSWER_MALFORMED);
        assertThat(client.received.size()).isZero();
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.INTERRUPTED);
    }

    /** R6.7 */
    @Test
    void anAnswerThatNobodyAskedForEndsTheConnection() {
        greet();
        receive(PacketWriter.packet(Sftp.NAME, 5).latin1("smuggled").toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.ANSWER_MALFORMED);
        assertThat(client.received.size()).isZero();
    }

    /** R6.7 */
    @Test
    void aSecondGreetingEndsTheConnection() {
        greet();
        byte[] greeting = new PacketWriter()
                .unsigned8(Sftp.VERSION)
                .int32(3)
                .latin1("extension")
                .latin1("smuggled")
                .toBytes();
        receive(greeting);
        receive(greeting);
        assertThat(client.received.size()).isEqualTo(greeting.length);
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.ANSWER_MALFORMED);
    }

    /** R6.8: the guard lets only 1000 bytes pass. */
    @Test
    void whatPassesBesideFilesIsCountedAndEnds() {
        open("h", Sftp.FLAG_READ);
        guard.mostBeside = 1000;
        send(PacketWriter.packet(Sftp.READ, 2).latin1("h").int64(0).int32(5000).toBytes());
        receive(PacketWriter.packet(Sftp.DATA, 2).string(new byte[5000]).toBytes());
        send(PacketWriter.packet(Sftp.STAT, 3).latin1("/a").toBytes());
        assertThat(client.reason).isEmpty();
        receive(PacketWriter.packet(Sftp.ATTRS, 3).string(new byte[1000]).toBytes());
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.TOO_MUCH_BESIDE_FILES);
    }

    /** R6.8: short answers and error output are not a way round the count. */
    @ParameterizedTest
    @ValueSource(strings = {"status", "handle", "attributes", "error"})
    void whatASmallAnswerCarriesIsCounted(String answer) {
        open("h", Sftp.FLAG_WRITE);
        guard.mostBeside = 10_000;
        int passed = 0;
        while (client.reason.isEmpty() && passed < 1000) {
            answerSmall(answer, 100 + passed++);
        }
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.TOO_MUCH_BESIDE_FILES);
    }

    private void answerSmall(String answer, int number) {
        String word = "word number " + number;
        switch (answer) {
            case "status" -> {
                send(PacketWriter.packet(Sftp.WRITE, number)
                        .latin1("h")
                        .int64(0)
                        .latin1("x")
                        .toBytes());
                receive(PacketWriter.status(number, Sftp.OK, word));
            }
            case "handle" -> {
                guard.mostBeside += 4 + 1 + 4 + 4 + 2 + 4 + 4;
                send(PacketWriter.packet(Sftp.OPEN, number)
                        .latin1("/f")
                        .int32(Sftp.FLAG_WRITE)
                        .int32(0)
                        .toBytes());
                receive(PacketWriter.packet(Sftp.HANDLE, number).latin1(word).toBytes());
            }
            case "attributes" -> {
                guard.mostBeside += 4 + 1 + 4 + 4 + 2;
                send(PacketWriter.packet(Sftp.STAT, number).latin1("/f").toBytes());
                receive(PacketWriter.packet(Sftp.ATTRS, number)
                        .int32(1)
                        .int64(number)
                        .toBytes());
            }
            default -> {
                byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
                fromTarget.error(bytes, 0, bytes.length, Completion.NOTHING);
            }
        }
    }

    /** An upload of any size has one status for each piece. */
    @Test
    void aStatusThatRepeatsTheLastOneIsNotCounted() {
        open("h", Sftp.FLAG_WRITE);
        guard.mostBeside = 100;
        for (int number = 100; number < 1000; number++) {
            send(PacketWriter.packet(Sftp.WRITE, number)
                    .latin1("h")
                    .int64(0)
                    .latin1("x")
                    .toBytes());
            receive(PacketWriter.status(number, Sftp.OK, "Success"));
        }
        assertThat(client.reason).isEmpty();
    }

    @Test
    void ownAnswersWaitForTheEndOfThePacketThatPasses() {
        open("h", Sftp.FLAG_READ);
        send(PacketWriter.packet(Sftp.READ, 2)
                .latin1("h")
                .int64(0)
                .int32(50_000)
                .toBytes());
        byte[] content =
                PacketWriter.packet(Sftp.DATA, 2).string(new byte[50_000]).toBytes();
        client.received.reset();
        fromTarget.output(content, 0, 20_000, Completion.NOTHING);
        guard.denied.add(Effect.REMOVE);
        send(PacketWriter.packet(Sftp.REMOVE, 9).latin1("/x").toBytes());
        assertThat(client.received.size()).isEqualTo(20_000);
        fromTarget.output(content, 20_000, content.length - 20_000, Completion.NOTHING);
        byte[] all = client.received.toByteArray();
        assertThat(Arrays.copyOf(all, content.length)).isEqualTo(content);
        assertThat(all[content.length + 4] & 0xff).isEqualTo(Sftp.STATUS);
    }

    @Test
    void aClientThatDoesNotReadRefusalsIsHeldBack() {
        greet();
        guard.denied.add(Effect.REMOVE);
        client.holdsCompletions = true;
        AtomicInteger completed = new AtomicInteger();
        byte[] request = PacketWriter.packet(Sftp.REMOVE, 9).latin1("/x").toBytes();
        toTarget.input(request, 0, request.length, completed::incrementAndGet);
        assertThat(completed).hasValue(0);
        client.held.forEach(Completion::complete);
        assertThat(completed).hasValue(1);
    }
}
