package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.files.FileOutcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Handles: what each is good for, and what is followed of the file behind it. */
class SftpHandlesTest extends RelayedSftp {
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
            new SftpHandlesTest().useHandle(kind, request, uses);
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
}
