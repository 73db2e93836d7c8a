package gatehouse.connector.ssh.sftp;

import gatehouse.connector.spi.files.FileOutcome;
import gatehouse.kernel.ProblemException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What is under way on one SFTP channel: unanswered requests by number, open files by handle. Used by both directions at once. */
final class Conversation {
    /** OpenSSH's client has at most 64 under way; whoever has a thousand times that is up to something. */
    private static final int MOST_REQUESTS = 65_536;

    /** Of those that name files and keep the names. */
    private static final int MOST_NAMING = 512;

    private static final int MOST_FILES = 1024;

    private final AtomicInteger naming = new AtomicInteger();
    private final ConcurrentHashMap<Integer, Pending> requests = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, OpenFile> files = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** @throws ProblemException {@code REQUEST_MALFORMED} when the number is in use (R6.4), or too many are (R6.12) */
    void asked(int id, Pending request) {
        if (over || isFull(request) || requests.putIfAbsent(id, request) != null) {
            request.interrupted();
            throw SftpProblem.REQUEST_MALFORMED.problem("SFTP request number " + Integer.toUnsignedString(id)
                    + " was used again before it was answered, or too many are open");
        }
    }

    private boolean isFull(Pending request) {
        boolean namesTooMany = request.names() && naming.incrementAndGet() > MOST_NAMING;
        return namesTooMany || requests.size() >= MOST_REQUESTS;
    }

    /** @return what the answer belongs to; empty when nobody asked */
    Optional<Pending> answered(int id) {
        Optional<Pending> request = Optional.ofNullable(requests.remove(id));
        request.filter(Pending::names).ifPresent(_ -> naming.decrementAndGet());
        return request;
    }

    /** @throws ProblemException {@code REQUEST_MALFORMED} when too many are open (R6.12) */
    void opened(String handle, OpenFile file) {
        if (files.size() >= MOST_FILES) {
            file.finish(FileOutcome.INTERRUPTED);
            throw SftpProblem.REQUEST_MALFORMED.problem("more than " + MOST_FILES + " files are open");
        }
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
