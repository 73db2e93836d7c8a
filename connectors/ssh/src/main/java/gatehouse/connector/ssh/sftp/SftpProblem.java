package gatehouse.connector.ssh.sftp;

import gatehouse.kernel.Kind;
import gatehouse.kernel.ProblemCode;

/** What goes wrong with SFTP itself, as opposed to an operation that a target refuses. */
public enum SftpProblem implements ProblemCode {
    /** The client sent what is not SFTP version 3. */
    REQUEST_MALFORMED(Kind.INVALID),
    /** The target sent what is not SFTP version 3. */
    ANSWER_MALFORMED(Kind.TARGET_FAILED),
    /** The session does not let more than it did pass beside the content of files. */
    TOO_MUCH_BESIDE_FILES(Kind.FORBIDDEN),
    /** The target refused an operation; the detail says which and why. */
    OPERATION_FAILED(Kind.TARGET_FAILED),
    FILE_NOT_FOUND(Kind.NOT_FOUND),
    PERMISSION_DENIED(Kind.FORBIDDEN),
    /** The target has not answered for too long; the connection to its files is closed. */
    TARGET_SILENT(Kind.TARGET_TIMEOUT),
    /** The connection to the target is gone. */
    CONNECTION_CLOSED(Kind.UNAVAILABLE);

    private final Kind kind;

    SftpProblem(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
