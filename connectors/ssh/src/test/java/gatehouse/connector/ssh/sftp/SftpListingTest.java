package gatehouse.connector.ssh.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.QuietInput;
import gatehouse.connector.spi.files.FilePath;
import gatehouse.connector.spi.files.Files;
import gatehouse.kernel.ProblemException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A program of somebody's own in the place of a target's SFTP server does not fill the memory by what it lists. */
class SftpListingTest {
    private static final int ENOUGH = 40 * 1024 * 1024;
    private static final int NAMES_IN_AN_ANSWER = 200;

    private final SftpClient client = new SftpClient();

    @Test
    void endlessLongNamesEndTheListing() throws Exception {
        Endless server = new Endless(NAMES_IN_AN_ANSWER, SftpFiles.LONGEST_NAME);
        assertRefused(server, SftpProblem.OPERATION_FAILED);
        assertThat(server.sent).isLessThan(SftpFiles.MOST_BYTES + 1024 * 1024);
    }

    @Test
    void aNameThatNoFileSystemHasEndsTheListing() throws Exception {
        Endless server = new Endless(1, SftpFiles.LONGEST_NAME + 1);
        assertRefused(server, SftpProblem.OPERATION_FAILED);
        assertThat(server.answers).isEqualTo(1);
    }

    @Test
    void anAnswerWithoutNamesEndsTheListing() throws Exception {
        Endless server = new Endless(0, 0);
        assertRefused(server, SftpProblem.ANSWER_MALFORMED);
        assertThat(server.answers).isEqualTo(1);
    }

    private void assertRefused(Endless server, SftpProblem code) throws Exception {
        Files files = client.greet(server).toCompletableFuture().get(180, TimeUnit.SECONDS);
        assertThatThrownBy(
                        () -> files.list(FilePath.of("/")).toCompletableFuture().get(180, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(code));
    }

    /** Lists the same names again and again. It stops some time, so that a client that does not is found out. */
    private final class Endless extends QuietInput {
        private final int names;
        private final String name;
        private int sent;
        private int answers;

        Endless(int names, int length) {
            this.names = names;
            this.name = "x".repeat(length);
        }

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            PacketReader request = new PacketReader(SftpProblem.REQUEST_MALFORMED).over(bytes, offset, length);
            request.int32();
            int type = request.unsigned8();
            int id = request.int32();
            done.complete();
            byte[] answer = switch (type) {
                case Sftp.INIT ->
                    new PacketWriter()
                            .unsigned8(Sftp.VERSION)
                            .int32(Sftp.VERSION_SPOKEN)
                            .toBytes();
                case Sftp.OPENDIR ->
                    PacketWriter.packet(Sftp.HANDLE, id).latin1("h").toBytes();
                case Sftp.READDIR -> listed(id);
                default -> PacketWriter.status(id, Sftp.OK, "");
            };
            client.fromTarget().output(answer, 0, answer.length, Completion.NOTHING);
        }

        private byte[] listed(int id) {
            if (sent > ENOUGH || answers > 1000) {
                return PacketWriter.status(id, Sftp.EOF, "");
            }
            answers++;
            PacketWriter packet = PacketWriter.packet(Sftp.NAME, id).int32(names);
            for (int i = 0; i < names; i++) {
                packet.latin1(name).latin1("").raw(Attributes.none(), 0, 4);
            }
            byte[] answer = packet.toBytes();
            sent += answer.length;
            return answer;
        }
    }
}
