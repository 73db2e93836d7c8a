package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SftpRelayTest {
    private final TestingGuard guard = new TestingGuard();
    private final RecordingOutput client = new RecordingOutput();
    private final RecordingOutput target = new RecordingOutput();
    private final SftpRelay relay = new SftpRelay(guard, client);
    private final TerminalOutput fromTarget = relay.fromTarget();
    private final TerminalInput toTarget = relay.toTarget(target);

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
    void handlesThatTheTargetNeverGaveAreRefusedTogetherWithTheirContent() {
        greet();
        send(PacketWriter.packet(Sftp.WRITE, 1)
                .latin1("forged")
                .int64(0)
                .string(new byte[100_000])
                .toBytes());
        byte[] next = PacketWriter.packet(Sftp.LSTAT, 2).latin1("/").toBytes();
        send(next);
        assertThat(target.received.toByteArray()).isEqualTo(next);
        assertThat(answer().unsigned8()).isEqualTo(Sftp.STATUS);
    }

    @Test
    void contentIsTracedWithItsPositionsAndFinishedOnce() {
        open("h", Sftp.FLAG_READ);
        send(PacketWriter.packet(Sftp.READ, 2).latin1("h").int64(100).int32(5).toBytes());
        receive(PacketWriter.packet(Sftp.DATA, 2).latin1("hello").toBytes());
        send(PacketWriter.packet(Sftp.READ, 3).latin1("h").int64(105).int32(5).toBytes());
        receive(PacketWriter.status(3, Sftp.EOF, ""));
        send(PacketWriter.packet(Sftp.CLOSE, 4).latin1("h").toBytes());
        receive(PacketWriter.status(4, Sftp.OK, ""));
        TestingGuard.Trace trace = guard.last();
        assertThat(trace.content.toString(StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(trace.positions.getFirst()).isEqualTo(100);
        assertThat(trace.endOfFile).isEqualTo(105);
        assertThat(trace.outcomes).containsExactly(FileOutcome.SUCCEEDED);
    }

    /** R6.6 */
    @Test
    void anOpenFileGivesAndTakesNothingOnceItsPermissionEnded() {
        open("h", Sftp.FLAG_READ | Sftp.FLAG_WRITE);
        guard.last().takenBack = Optional.of("your permission has ended");
        target.received.reset();
        client.received.reset();
        send(PacketWriter.packet(Sftp.READ, 2).latin1("h").int64(0).int32(5).toBytes());
        send(PacketWriter.packet(Sftp.WRITE, 3)
                .latin1("h")
                .int64(0)
                .string(new byte[100_000])
                .toBytes());
        assertThat(target.received.size()).isZero();
        assertThat(guard.last().content.size()).isZero();
        assertThat(client.received.toString(StandardCharsets.ISO_8859_1)).contains("your permission has ended");

        send(PacketWriter.packet(Sftp.CLOSE, 4).latin1("h").toBytes());
        receive(PacketWriter.status(4, Sftp.OK, ""));
        assertThat(guard.last().outcomes).containsExactly(new FileOutcome.Failed("your permission has ended"));
    }

    @Test
    void aFailedWriteMakesTheTransferFailEvenWhenClosingSucceeds() {
        open("h", Sftp.FLAG_WRITE | Sftp.FLAG_CREATE | Sftp.FLAG_TRUNCATE);
        send(PacketWriter.packet(Sftp.WRITE, 2)
                .latin1("h")
                .int64(0)
                .latin1("abc")
                .toBytes());
        receive(PacketWriter.status(2, Sftp.FAILURE, "disk full"));
        send(PacketWriter.packet(Sftp.CLOSE, 3).latin1("h").toBytes());
        receive(PacketWriter.status(3, Sftp.OK, ""));
        assertThat(guard.last().operation.truncates()).isTrue();
        assertThat(guard.last().outcomes).containsExactly(new FileOutcome.Failed("disk full"));
    }

    @Test
    void filesLeftOpenAreInterruptedOnce() {
        open("h", Sftp.FLAG_READ);
        toTarget.close();
        fromTarget.closed(Optional.empty());
        assertThat(guard.last().outcomes).containsExactly(FileOutcome.INTERRUPTED);
        assertThat(client.closings).isEqualTo(1);
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

    private enum Opened {
        LISTING("L"),
        READING("R"),
        WRITING("W"),
        APPENDING("W"),
        UPDATING("RW");

        final String uses;

        Opened(String uses) {
            this.uses = uses;
        }
    }

    /** R6.9: every kind of handle with every request that takes one; the other handle of a copy is right. */
    @ParameterizedTest
    @CsvSource({
        "READ, R",
        "WRITE, W",
        "READDIR, L",
        "FSTAT, RWL",
        "FSETSTAT, RW",
        "RESIZE, W",
        "CLOSE, RWL",
        "fsync@openssh.com, RWL",
        "fstatvfs@openssh.com, RWL",
        "FROM, R",
        "TO, W"
    })
    void aHandleIsUsedOnlyForWhatItWasOpenedFor(String request, String uses) {
        for (Opened kind : Opened.values()) {
            new SftpRelayTest().useHandle(kind, request, uses);
        }
    }

    private void useHandle(Opened kind, String request, String uses) {
        open("h", Sftp.FLAG_READ | Sftp.FLAG_WRITE);
        openAs(kind, "k");
        target.received.reset();
        client.received.reset();
        guard.checked.clear();
        send(handleRequest(request));
        boolean passes = kind.uses.chars().anyMatch(use -> uses.indexOf(use) >= 0);
        String what = request + " on a handle for " + kind;
        assertThat(target.received.size() > 0).as(what).isEqualTo(passes);
        if (!passes) {
            PacketReader answer = answer();
            assertThat(answer.unsigned8()).as(what).isEqualTo(Sftp.STATUS);
            assertThat(answer.int32()).as(what).isEqualTo(9);
            assertThat(answer.int32()).as(what).isEqualTo(Sftp.PERMISSION_DENIED);
            assertThat(guard.last().content.size()).as(what).isZero();
            receive(PacketWriter.packet(Sftp.DATA, 9).latin1("smuggled").toBytes());
            assertThat(client.reason.orElseThrow().code()).as(what).isEqualTo(SftpProblem.ANSWER_MALFORMED);
        }
    }

    private void openAs(Opened kind, String handle) {
        int flags = switch (kind) {
            case LISTING, READING -> Sftp.FLAG_READ;
            case WRITING -> Sftp.FLAG_WRITE;
            case APPENDING -> Sftp.FLAG_APPEND;
            case UPDATING -> Sftp.FLAG_READ | Sftp.FLAG_CREATE;
        };
        PacketWriter opening = kind == Opened.LISTING
                ? PacketWriter.packet(Sftp.OPENDIR, 1).latin1("/")
                : PacketWriter.packet(Sftp.OPEN, 1).latin1("/k").int32(flags).int32(0);
        send(opening.toBytes());
        receive(PacketWriter.packet(Sftp.HANDLE, 1).latin1(handle).toBytes());
    }

    private static byte[] handleRequest(String request) {
        PacketWriter extended = PacketWriter.packet(Sftp.EXTENDED, 9);
        PacketWriter packet = switch (request) {
            case "READ" ->
                PacketWriter.packet(Sftp.READ, 9).latin1("k").int64(0).int32(5);
            case "WRITE" ->
                PacketWriter.packet(Sftp.WRITE, 9).latin1("k").int64(0).latin1("hello");
            case "READDIR" -> PacketWriter.packet(Sftp.READDIR, 9).latin1("k");
            case "FSTAT" -> PacketWriter.packet(Sftp.FSTAT, 9).latin1("k");
            case "CLOSE" -> PacketWriter.packet(Sftp.CLOSE, 9).latin1("k");
            case "FSETSTAT" ->
                PacketWriter.packet(Sftp.FSETSTAT, 9).latin1("k").int32(4).int32(0600);
            case "RESIZE" ->
                PacketWriter.packet(Sftp.FSETSTAT, 9).latin1("k").int32(1).int64(0);
            case "FROM" -> copy(extended, "k", "h");
            case "TO" -> copy(extended, "h", "k");
            default -> extended.latin1(request).latin1("k");
        };
        return packet.toBytes();
    }

    private static PacketWriter copy(PacketWriter extended, String from, String to) {
        return extended.latin1("copy-data")
                .latin1(from)
                .int64(0)
                .int64(0)
                .latin1(to)
                .int64(0);
    }

    /** What a copy brings does not pass here: no hash may speak for the file. */
    @Test
    void aFileWrittenByACopyIsNotFollowed() {
        open("h", Sftp.FLAG_READ | Sftp.FLAG_WRITE);
        openAs(Opened.WRITING, "k");
        TestingGuard.Trace written = guard.last();
        send(handleRequest("TO"));
        assertThat(written.positions).containsExactly(OpenFile.POSITION_UNKNOWN);
    }

    /** R6.6 */
    @Test
    void aCopyAsksAgainWhetherItsSourceMayBeRead() {
        open("h", Sftp.FLAG_READ | Sftp.FLAG_WRITE);
        guard.last().takenBack = Optional.of("your permission has ended");
        openAs(Opened.WRITING, "k");
        target.received.reset();
        send(handleRequest("TO"));
        assertThat(target.received.size()).isZero();
    }

    /** R6.8: requests that are not counted have no room for anything else. */
    @ParameterizedTest
    @ValueSource(strings = {"READ", "CLOSE"})
    void aRequestThatGoesOnBehindItsFieldsEndsTheConnection(String request) {
        open("h", Sftp.FLAG_READ);
        openAs(Opened.READING, "k");
        target.received.reset();
        byte[] whole = handleRequest(request);
        send(new PacketWriter()
                .raw(whole, 4, whole.length - 4)
                .latin1("smuggled")
                .toBytes());
        assertThat(target.received.size()).isZero();
        assertThat(client.reason.orElseThrow().code()).isEqualTo(SftpProblem.REQUEST_MALFORMED);
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

    private void greet() {
        send(new PacketWriter().unsigned8(Sftp.INIT).int32(3).toBytes());
        target.received.reset();
    }

    private void open(String handle, int flags) {
        greet();
        send(PacketWriter.packet(Sftp.OPEN, 1)
                .latin1("/f")
                .int32(flags)
                .int32(0)
                .toBytes());
        receive(PacketWriter.packet(Sftp.HANDLE, 1).latin1(handle).toBytes());
    }

    private void send(byte[] packet) {
        toTarget.input(packet, 0, packet.length, Completion.NOTHING);
    }

    private void receive(byte[] packet) {
        fromTarget.output(packet, 0, packet.length, Completion.NOTHING);
    }

    private PacketReader answer() {
        byte[] bytes = client.received.toByteArray();
        PacketReader reader = new PacketReader(SftpProblem.ANSWER_MALFORMED).over(bytes, 0, bytes.length);
        assertThat(reader.int32()).isEqualTo(bytes.length - 4);
        return reader;
    }
}
