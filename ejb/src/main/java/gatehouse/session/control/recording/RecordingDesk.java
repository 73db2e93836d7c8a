package gatehouse.session.control.recording;

import gatehouse.kernel.Secret;
import gatehouse.kernel.Work;
import gatehouse.keyring.boundary.Keyring;
import gatehouse.keyring.entity.DataKey;
import gatehouse.keyring.entity.Sealed;
import gatehouse.keyring.entity.SealedFor;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Brings recordings and their keys together. */
@ApplicationScoped
public class RecordingDesk {
    private static final String PURPOSE = "session.recording";

    @Inject
    private Keyring keyring;

    @Resource
    private ContextService contexts;

    private RecordingStore store;

    @PostConstruct
    void open() {
        String home = System.getProperty("gatehouse.home");
        if (home == null) {
            throw SessionProblem.RECORDING_UNAVAILABLE.problem("start with -Dgatehouse.home=DIRECTORY");
        }
        store = new RecordingStore(
                Path.of(home).resolve("recordings"), new Work("recorder", contexts), System::nanoTime);
    }

    public RecordingStore store() {
        return store;
    }

    /**
     * Begins a recording under a fresh key.
     *
     * @param session whose it is: its key opens for no other
     * @param header from the wrapped key
     * @throws gatehouse.kernel.ProblemException {@code RECORDING_UNAVAILABLE}
     */
    public Recorder begin(SessionId session, Function<byte[], RecordingHeader> header, Recorder.Listener listener) {
        try (DataKey key = keyring.newDataKey(place(session))) {
            return store.begin(header.apply(key.wrapped().bytes()), key.key(), listener);
        }
    }

    /**
     * The recording of {@code session}, which lies at {@code path}.
     *
     * @throws gatehouse.kernel.ProblemException {@code RECORDING_UNKNOWN}, {@code RECORDING_DAMAGED}
     */
    public RecordingReader read(SessionId session, Path path) throws IOException {
        try {
            RecordingScan scan = RecordingScan.of(path);
            requireOwn(session, scan);
            try (Secret key = unwrap(scan)) {
                return new RecordingReader(path, scan, key);
            }
        } catch (NoSuchFileException e) {
            throw SessionProblem.RECORDING_UNKNOWN.problem("there is no recording of this session", e);
        }
    }

    static void requireOwn(SessionId session, RecordingScan scan) {
        if (!scan.header().session().equals(session)) {
            throw SessionProblem.RECORDING_DAMAGED.problem("this is the recording of another session");
        }
    }

    /** The caller closes it. */
    Secret unwrap(RecordingScan scan) {
        return keyring.unwrap(
                place(scan.header().session()), new Sealed(scan.header().wrappedKey()));
    }

    private static SealedFor place(SessionId session) {
        return SealedFor.server(PURPOSE, session);
    }

    /** Verifies what a crash left, cuts it behind its last whole chunk and closes it with a marker. */
    public Remains recover(SessionId session, Path path, String marker) throws IOException {
        RecordingScan scan = RecordingScan.of(path);
        requireOwn(session, scan);
        try (Secret key = unwrap(scan);
                RecordingReader reader = new RecordingReader(path, scan, key)) {
            long last = lastMicros(reader);
            Recorder.Seal seal = scan.complete()
                    ? new Recorder.Seal(scan.validBytes(), scan.chunks().size(), scan.hash())
                    : Recovery.close(path, scan, key, marker, last);
            return new Remains(seal, Duration.of(last, ChronoUnit.MICROS));
        }
    }

    /** When the last event happened; a last chunk may have none. */
    private static long lastMicros(RecordingReader reader) throws IOException {
        for (RecordingScan.Chunk chunk : reader.scan().chunks().reversed()) {
            List<RecordedEvent> events = reader.events(chunk);
            if (!events.isEmpty()) {
                return events.getLast().micros();
            }
        }
        return 0;
    }
}
