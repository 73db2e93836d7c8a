package gatehouse.session.control.live;

import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.session.control.Detour;
import gatehouse.session.control.SessionControls;
import gatehouse.session.control.recording.EventType;
import gatehouse.session.control.recording.RecordStage;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * One running session: the ends of its chain, and what may be done to it. Life: made, {@link #attach}ed to its chain, over. Its
 * {@link #ended()} completes exactly once, when the target is closed or the session was ended.
 */
public final class LiveSession implements SessionControls, Recorder.Listener {
    private final LiveFacts facts;
    private final LongSupplier nanos;
    private final long begun;
    private final PersonEntry entry;
    private final PersonExit exit;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<SessionEnd> ended = new CompletableFuture<>();
    private volatile Optional<Recorder> recorder = Optional.empty();
    private volatile TerminalInput chain;
    private volatile String lockedBy = "";
    private volatile Instant until;
    private volatile Optional<Decision.Allow> word = Optional.empty();

    /** @param nanos a monotonic clock */
    public LiveSession(LiveFacts facts, TerminalOutput person, LongSupplier nanos) {
        this.facts = facts;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.until = facts.until();
        WindowSize size = facts.request().terminal().pty().map(Pty::size).orElse(WindowSize.cells(80, 24));
        this.exit = new PersonExit(this, person, size);
        this.entry = new PersonEntry(this, nanos);
    }

    /** Not called for file transfers, which have their own log. */
    public void recordedBy(Recorder by) {
        recorder = Optional.of(by);
    }

    public Optional<Recorder> recorder() {
        return recorder;
    }

    public boolean isRecorded() {
        return recorder.isPresent();
    }

    /** @param first of the chain towards the target */
    public void attach(TerminalInput first) {
        chain = first;
        entry.attach(first);
        if (over.get()) {
            first.close();
        }
    }

    /** Where the person's client delivers. */
    public TerminalInput entry() {
        return entry;
    }

    /** Where the chain delivers what the target sends. */
    public TerminalOutput exit() {
        return exit;
    }

    /** Past the chain, for what no terminal shows. */
    public Detour.Way past() {
        return exit::carried;
    }

    public LiveFacts facts() {
        return facts;
    }

    public SessionId id() {
        return facts.id();
    }

    public CompletableFuture<SessionEnd> ended() {
        return ended;
    }

    public boolean isOver() {
        return over.get();
    }

    /** When the permission ends. */
    public Instant until() {
        return until;
    }

    /** What policy says about this session from now on. */
    public void allowed(Decision.Allow allow) {
        word = Optional.of(allow);
        until = allow.until();
    }

    /** By any grant for this account and protocol that has not ended. */
    public boolean allows(Action action, Instant at) {
        return word.map(allow -> allow.allows(action, at)).orElse(false);
    }

    /** Who locked it; empty when it is not locked. */
    public String lockedBy() {
        return lockedBy;
    }

    public void lock(String by) {
        if (lockedBy.isEmpty()) {
            lockedBy = by;
            notice("This session was locked by " + by + ": what you type is dropped.");
        }
    }

    public void unlock() {
        if (!lockedBy.isEmpty()) {
            lockedBy = "";
            notice("This session was unlocked.");
        }
    }

    /** Since somebody typed. */
    public Duration idle() {
        return entry.idle();
    }

    public Session.Traffic traffic() {
        return new Session.Traffic(entry.bytes(), exit.bytes());
    }

    /** Bytes that went past the chain, in a tunnel. What a person sends keeps the session from being idle. */
    public void carried(long input, long output) {
        entry.count(input);
        exit.count(output);
    }

    public WindowSize size() {
        return exit.size();
    }

    /** Joins with the current screen. The result sends the watcher away. */
    public Runnable watch(SessionWatcher watcher, String who) {
        mark(who + " began to watch");
        Runnable leave = exit.watch(watcher);
        return () -> {
            mark(who + " stopped watching");
            leave.run();
        };
    }

    public int watchers() {
        return exit.watchers();
    }

    /** Types for somebody who shares this session. */
    public void typeAs(String who, byte[] bytes) {
        mark(who + " typed " + bytes.length + (bytes.length == 1 ? " byte" : " bytes"));
        entry.type(bytes);
    }

    @Override
    public void notice(String text) {
        mark(text);
        exit.notice(text);
    }

    @Override
    public void mark(String label) {
        recorder.ifPresent(to -> to.record(EventType.MARKER, label));
    }

    @Override
    public void type(byte[] bytes) {
        entry.type(bytes);
    }

    @Override
    public void end(ProblemException reason) {
        mark(reason.detail());
        finish(Optional.of(reason), SessionOutcome.ABORTED);
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    @Override
    public void paused(String why) {
        exit.notice("This session is paused: " + why + ". It goes on as soon as it can be recorded again.");
    }

    @Override
    public void resumed() {
        if (chain instanceof RecordStage.Resumable held) {
            held.resume();
        }
        notice("This session goes on.");
    }

    void resized(WindowSize size) {
        exit.resized(size);
    }

    /** Told by the entry: the client went away. */
    void clientClosed() {
        finish(Optional.empty(), SessionOutcome.CLIENT_CLOSED);
    }

    /** Told by the exit: the target is closed. */
    void targetClosed(Optional<ProblemException> reason) {
        boolean program = exit.exitTold() || (facts.hasTerminal() && reason.isEmpty());
        finish(reason, program ? SessionOutcome.FINISHED : SessionOutcome.TARGET_CLOSED);
    }

    private void finish(Optional<ProblemException> reason, SessionOutcome otherwise) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        exit.close(reason);
        TerminalInput first = chain;
        if (first != null) {
            first.close();
        }
        String detail = reason.map(ProblemException::detail).orElse("");
        ended.complete(new SessionEnd(SessionEnd.outcomeOf(reason, otherwise), detail, traffic()));
    }
}
