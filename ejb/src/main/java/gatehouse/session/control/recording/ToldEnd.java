package gatehouse.session.control.recording;

import gatehouse.audit.entity.Testimony;
import gatehouse.session.entity.SessionId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a recording ends, as the audit log was told when it was closed: the first time counts. The session's own row is not asked, and
 * an event counts only for the session that its fields name.
 *
 * @param hash of its last chunk, as hexadecimal digits; empty when nothing was told
 * @param fault what is wrong with what was told; empty when nothing is
 */
public record ToldEnd(Optional<String> hash, Optional<String> fault) {
    /** What tells of an end: it was closed, or a start after a crash closed it. */
    public static final Set<String> EVENTS = Set.of("session.recording-closed", "session.recovered");

    private static final String HASH = "hash";

    /** @param told events about it, oldest first */
    public static ToldEnd of(SessionId session, List<Testimony> told) {
        Optional<Testimony> first = told.stream()
                .filter(event -> event.open("session").equals(session.toString()))
                .filter(event -> !event.open(HASH).isEmpty())
                .findFirst();
        return new ToldEnd(first.map(event -> event.open(HASH)), first.flatMap(Testimony::fault));
    }

    /** Whether it is told, and told so. */
    public boolean seals(RecordingScan scan) {
        return fault.isEmpty() && hash.isPresent() && hash.get().equals(hex(scan.hash())) && scan.complete();
    }

    /**
     * Why the recording is not what it must be; empty when nothing is wrong.
     *
     * @param mayBeOpen whether it may still be being written
     */
    public Optional<String> fault(RecordingScan scan, boolean mayBeOpen) {
        if (fault.isPresent()) {
            return fault;
        }
        if (hash.isEmpty()) {
            return mayBeOpen
                    ? Optional.empty()
                    : Optional.of("the session is over, and the audit log was not told how its recording ends");
        }
        if (!seals(scan)) {
            return Optional.of(scan.fault().orElse("its end is not the one that was told to the audit log"));
        }
        return Optional.empty();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
