package gatehouse.session.control.recording;

import gatehouse.kernel.ProblemException;
import gatehouse.kernel.Secret;
import gatehouse.kernel.Spell;
import gatehouse.session.control.SessionLog;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Where recordings lie, and the recorders that are at work. */
public final class RecordingStore {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);
    private static final String SUFFIX = ".ghr";

    private final Path root;
    private final Executor workers;
    private final LongSupplier nanos;
    private final Set<Recorder> active = ConcurrentHashMap.newKeySet();
    private final WriteTrouble writeTrouble = new WriteTrouble();
    private final Spell unreachable = new Spell();
    private volatile String trouble = "";
    /** Bytes of recordings that are whole; changes together with the set of the active ones. */
    private long finishedBytes;

    /**
     * @param workers where chunks are sealed and written
     * @param nanos a monotonic clock
     */
    public RecordingStore(Path root, Executor workers, LongSupplier nanos) {
        this.root = root;
        this.workers = workers;
        this.nanos = nanos;
    }

    /**
     * Begins a recording; its header is on the disk when this returns.
     *
     * @param key the data key; copied
     * @throws ProblemException {@code RECORDING_UNAVAILABLE}
     */
    public Recorder begin(RecordingHeader header, Secret key, Recorder.Listener listener) {
        requireHealthy();
        try {
            RecordingFile file = RecordingFile.create(path(header.session(), header.start()), header, key);
            Recorder recorder = new Recorder(file, workers, nanos, listener, writeTrouble);
            add(recorder);
            return recorder;
        } catch (IOException e) {
            throw SessionProblem.RECORDING_UNAVAILABLE.problem(
                    "the session cannot be recorded, so it cannot be opened; tell your administrator", e);
        }
    }

    private void requireHealthy() {
        if (!trouble.isEmpty()) {
            throw SessionProblem.RECORDING_UNAVAILABLE.problem(
                    "no session can be opened: " + trouble + "; tell your administrator");
        }
    }

    /** Why nothing can be recorded at the moment; empty when all is well. */
    public Optional<String> trouble() {
        return Optional.of(trouble).filter(text -> !text.isEmpty());
    }

    /** Called a few times a second. */
    public void tick() {
        active.forEach(Recorder::tick);
        active.stream().filter(Recorder::isFinished).toList().forEach(this::remove);
    }

    private synchronized void add(Recorder recorder) {
        active.add(recorder);
    }

    private synchronized void remove(Recorder finished) {
        active.remove(finished);
        finishedBytes += finished.size();
    }

    /** Since the start of the server. */
    public synchronized long writtenBytes() {
        return finishedBytes + active.stream().mapToLong(Recorder::size).sum();
    }

    /** Called every second: pauses everything when there is too little room, and resumes when there is enough again. */
    public void checkSpace(long leastFreeBytes) {
        String found = problem(leastFreeBytes);
        trouble = found;
        active.forEach(recorder -> recorder.hold(!found.isEmpty(), found));
    }

    private String problem(long leastFreeBytes) {
        try {
            boolean enough = usableBytes() >= leastFreeBytes;
            unreachable.isOver();
            return enough ? "" : "the disk for recordings is nearly full";
        } catch (IOException e) {
            if (unreachable.begins()) {
                SessionLog.LOG.recordingsUnreachable(e);
            }
            return "the storage for recordings cannot be reached";
        }
    }

    /** 0 when the storage cannot be reached. */
    public long freeBytes() {
        try {
            return usableBytes();
        } catch (IOException unreachable) {
            return 0;
        }
    }

    private long usableBytes() throws IOException {
        Files.createDirectories(root);
        return Files.getFileStore(root).getUsableSpace();
    }

    public int recorders() {
        return active.size();
    }

    /** How many recorders hold their session back at the moment. */
    public long behind() {
        return active.stream().filter(Recorder::isBehind).count();
    }

    public Path path(SessionId session, Instant start) {
        return root.resolve(DAY.format(start)).resolve(session + SUFFIX);
    }
}
