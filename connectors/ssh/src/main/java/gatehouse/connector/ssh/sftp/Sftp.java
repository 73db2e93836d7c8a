package gatehouse.connector.ssh.sftp;

/** Numbers of SFTP version 3 (draft-ietf-secsh-filexfer-02, sections 3, 6.3 and 7). */
final class Sftp {
    static final int VERSION_SPOKEN = 3;
    /** As OpenSSH's {@code SFTP_MAX_MSG_LENGTH}: what its servers accept at most, without the length field. */
    static final int LARGEST_PACKET = 256 * 1024;
    /** Of a path in bytes, as Linux has it (PATH_MAX). */
    static final int LONGEST_PATH = 4096;

    static final int INIT = 1;
    static final int VERSION = 2;
    static final int OPEN = 3;
    static final int CLOSE = 4;
    static final int READ = 5;
    static final int WRITE = 6;
    static final int LSTAT = 7;
    static final int FSTAT = 8;
    static final int SETSTAT = 9;
    static final int FSETSTAT = 10;
    static final int OPENDIR = 11;
    static final int READDIR = 12;
    static final int REMOVE = 13;
    static final int MKDIR = 14;
    static final int RMDIR = 15;
    static final int REALPATH = 16;
    static final int STAT = 17;
    static final int RENAME = 18;
    static final int READLINK = 19;
    static final int SYMLINK = 20;
    static final int STATUS = 101;
    static final int HANDLE = 102;
    static final int DATA = 103;
    static final int NAME = 104;
    static final int ATTRS = 105;
    static final int EXTENDED = 200;
    static final int EXTENDED_REPLY = 201;

    /** OpenSSH's PROTOCOL, section 4.3: unlike {@link #RENAME} it takes the place of a file that is there. */
    static final String RENAME_OVER = "posix-rename@openssh.com";

    /** An extension of Gatehouse's own client, which the relay answers: the open file with this handle is not complete. */
    static final String ABANDON = "abandon@gatehouse";

    /** As {@link #ABANDON}: whether a rename may put a file in the place of another one. */
    static final String MAY_REPLACE = "may-replace@gatehouse";

    static final int OK = 0;
    static final int EOF = 1;
    static final int NO_SUCH_FILE = 2;
    static final int PERMISSION_DENIED = 3;
    static final int FAILURE = 4;
    static final int BAD_MESSAGE = 5;
    static final int OP_UNSUPPORTED = 8;

    static final int FLAG_READ = 0x01;
    static final int FLAG_WRITE = 0x02;
    static final int FLAG_APPEND = 0x04;
    static final int FLAG_CREATE = 0x08;
    static final int FLAG_TRUNCATE = 0x10;
    static final int FLAG_EXCLUSIVE = 0x20;

    private Sftp() {}

    static String statusName(int status) {
        return switch (status) {
            case OK -> "ok";
            case EOF -> "end of file";
            case NO_SUCH_FILE -> "no such file";
            case PERMISSION_DENIED -> "permission denied";
            case FAILURE -> "failure";
            case BAD_MESSAGE -> "bad message";
            case OP_UNSUPPORTED -> "operation unsupported";
            default -> "status " + status;
        };
    }
}
