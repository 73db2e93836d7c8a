package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is under way on one SFTP channel: unanswered requests by number, open files by handle. Used by both directions at once. */
final class Conversation {
    /** OpenSSH's client has at most 64 under way; whoever has a thousand times that is up to something. */
    private static final int MOST_REQUESTS = 65_536;

    private final ConcurrentHashMap<Integer, Pending> requests = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, OpenFile> files = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** @throws ProblemException {@code REQUEST_MALFORMED} when the number is in use (R6.4) */
    void asked(int id, Pending request) {
        if (over || requests.size() >= MOST_REQUESTS || requests.putIfAbsent(id, request) != null) {
            request.interrupted();
            throw SftpProblem.REQUEST_MALFORMED.problem("SFTP request number " + Integer.toUnsignedString(id)
                    + " was used again before it was answered, or too many are open");
        }
    }

    /** @return what the answer belongs to; empty when nobody asked */
    Optional<Pending> answered(int id) {
        return Optional.ofNullable(requests.remove(id));
    }

    void opened(String handle, OpenFile file) {
        OpenFile before = files.put(handle, file);
        if (before != null) {
            before.finish(FileOutcome.INTERRUPTED);
        }
        if (over) {
            end();
        }
    }

    Optional<OpenFile> file(String handle) {
        return Optional.ofNullable(files.get(handle));
    }

    /** The client closes it: no further request may use the handle, unless the target gives it again. */
    Optional<OpenFile> closing(String handle) {
        return Optional.ofNullable(files.remove(handle));
    }

    /** The connection is gone. Idempotent. */
    void end() {
        over = true;
        requests.keySet().forEach(id -> answered(id).ifPresent(Pending::interrupted));
        files.keySet().forEach(handle -> closing(handle).ifPresent(file -> file.finish(FileOutcome.INTERRUPTED)));
    }
}
