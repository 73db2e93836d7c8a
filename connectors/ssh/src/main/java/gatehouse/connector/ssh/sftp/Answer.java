package gatehouse.connector.ssh.sftp;

import gatehouse.kernel.ProblemException;
import java.nio.charset.StandardCharsets;

/** A whole answer that was kept. */
final class Answer {
    private final int type;
    private final byte[] fields;

    Answer(int type, byte[] fields) {
        this.type = type;
        this.fields = fields;
    }

    boolean isEndOfFile() {
        return type == Sftp.STATUS && fields().int32() == Sftp.EOF;
    }

    /** The fields behind the request number, once it is an answer of this type. */
    PacketReader expect(int wanted) {
        if (type == wanted) {
            return fields();
        }
        throw problem();
    }

    void expectOk() {
        if (type != Sftp.STATUS || fields().int32() != Sftp.OK) {
            throw problem();
        }
    }

    private PacketReader fields() {
        return new PacketReader(SftpProblem.ANSWER_MALFORMED).over(fields, 0, fields.length);
    }

    private ProblemException problem() {
        PacketReader reader = fields();
        if (type != Sftp.STATUS) {
            return reader.malformed("the target answered with an SFTP packet that does not belong to the request");
        }
        int status = reader.int32();
        String message = reader.remaining() < 4 ? "" : new String(reader.string(), StandardCharsets.UTF_8);
        String detail = message.isBlank() ? Sftp.statusName(status) : message;
        return switch (status) {
            case Sftp.NO_SUCH_FILE -> SftpProblem.FILE_NOT_FOUND.problem(detail);
            case Sftp.PERMISSION_DENIED -> SftpProblem.PERMISSION_DENIED.problem(detail);
            default -> SftpProblem.OPERATION_FAILED.problem(detail);
        };
    }
}
