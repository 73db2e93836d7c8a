package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.connector.spi.files.FileTrace;

/** A request that went to the target and was not answered yet. */
sealed interface Pending {
    /**
     * Nothing depends on the answer.
     *
     * @param answer its packet type when the target does not refuse
     */
    record Plain(int answer) implements Pending {}

    /** Done with one answer. */
    record Single(FileTrace trace, int answer) implements Pending {}

    record Opening(OpenFile file) implements Pending {}

    record Reading(OpenFile file, long position) implements Pending {}

    record Writing(OpenFile file) implements Pending {}

    record Closing(OpenFile file) implements Pending {}

    /** An open file gets this size: {@code scp} ends an upload with it. */
    record Resizing(OpenFile file, long size, FileTrace trace) implements Pending {}

    /** Whether it keeps the name of a file that is not open yet. */
    default boolean names() {
        return switch (this) {
            case Single _, Opening _ -> true;
            case Plain _, Reading _, Writing _, Closing _, Resizing _ -> false;
        };
    }

    /** Whether an answer of this packet type belongs to it; a status always does (R6.7). */
    default boolean takes(int type) {
        return type == Sftp.STATUS
                || switch (this) {
                    case Plain(int answer) -> type == answer;
                    case Single(FileTrace _, int answer) -> type == answer;
                    case Opening _ -> type == Sftp.HANDLE;
                    case Reading _ -> type == Sftp.DATA;
                    case Writing _, Closing _, Resizing _ -> false;
                };
    }

    /** The target answered with a status. */
    default void status(int code, String message) {
        switch (this) {
            case Plain _ -> {}
            case Single(FileTrace trace, int _) -> trace.finished(outcome(code, message));
            case Opening(OpenFile file) -> file.finish(outcome(code, message));
            case Closing(OpenFile file) -> file.finish(outcome(code, message));
            case Resizing(OpenFile file, long size, FileTrace trace) -> {
                trace.finished(outcome(code, message));
                if (code == Sftp.OK) {
                    file.trace().endOfFile(size);
                }
            }
            case Writing(OpenFile file) -> {
                if (code != Sftp.OK) {
                    file.failed(reason(code, message));
                }
            }
            case Reading(OpenFile file, long position) -> {
                if (code == Sftp.EOF) {
                    file.trace().endOfFile(position);
                    return;
                }
                file.failed(reason(code, message));
            }
        }
    }

    /** The connection ended first. Files that are open or closing are finished by whoever keeps them. */
    default void interrupted() {
        switch (this) {
            case Single(FileTrace trace, int _) -> trace.finished(FileOutcome.INTERRUPTED);
            case Resizing(OpenFile _, long _, FileTrace trace) -> trace.finished(FileOutcome.INTERRUPTED);
            case Opening(OpenFile file) -> file.finish(FileOutcome.INTERRUPTED);
            case Closing(OpenFile file) -> file.finish(FileOutcome.INTERRUPTED);
            case Plain _, Reading _, Writing _ -> {}
        }
    }

    private static FileOutcome outcome(int code, String message) {
        return code == Sftp.OK ? FileOutcome.SUCCEEDED : new FileOutcome.Failed(reason(code, message));
    }

    private static String reason(int code, String message) {
        return message.isBlank() ? Sftp.statusName(code) : message;
    }
}
