package gatehouse.session.control.live;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.ProblemException;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.session.control.Detour;
import gatehouse.session.control.ScreenPainter;
import gatehouse.session.control.SessionControls;
import gatehouse.session.control.Typist;
import gatehouse.session.control.recording.EventType;
import gatehouse.session.control.recording.Recorder;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.Session;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionNews;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

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
    private final CompletableFuture<Void> closed = new CompletableFuture<>();
    private volatile Optional<Recorder> recorder = Optional.empty();
    private volatile TerminalInput chain;
    private volatile String lockedBy = "";
    private volatile boolean shared;
    private volatile Instant until;
    private volatile Optional<Decision.Allow> word = Optional.empty();
    private final Object question = new Object();
    private final Audience audience = new Audience();
    private final Set<Watching> watchings = ConcurrentHashMap.newKeySet();
    private final List<Seat> seats = new CopyOnWriteArrayList<>();

    /** @param nanos a monotonic clock */
    public LiveSession(LiveFacts facts, TerminalOutput person, LongSupplier nanos) {
        this.facts = facts;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
        this.until = facts.until();
        WindowSize size = facts.request().terminal().pty().map(Pty::size).orElse(WindowSize.cells(80, 24));
        this.exit = new PersonExit(this, person, size);
        this.entry = new PersonEntry(this, nanos);
        audience.enter(participant(facts.caller(), Participant.Role.PERSON, facts.startedAt()));
    }

    private static Participant participant(Caller caller, Participant.Role role, Instant since) {
        return new Participant(caller.user(), caller.username(), role, since);
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

    /** Completes when its end and its recording were written down, or what was not is kept to be tried again. */
    public CompletableFuture<Void> closed() {
        return closed;
    }

    public boolean hasTerminal() {
        return facts.hasTerminal();
    }

    public boolean isOver() {
        return over.get();
    }

    /** Its end has been told as that of a server that stops. */
    public boolean isStopped() {
        return ended.isDone() && ended.join().outcome() == SessionOutcome.SERVER_STOPPED;
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

    /** Asks policy and keeps to its {@code Allow}. One question after the other: no older answer comes after a newer one. */
    public Decision ask(Supplier<Decision> policy) {
        synchronized (question) {
            Decision decision = policy.get();
            if (decision instanceof Decision.Allow allow) {
                allowed(allow);
            }
            return decision;
        }
    }

    /** By any grant for this account and protocol that has not ended. */
    public boolean allows(Action action, Instant at) {
        return word.map(allow -> allow.allows(action, at)).orElse(false);
    }

    /** By the grant that gives {@code action} longest; empty when none does. */
    public Optional<Instant> allowedUntil(Action action) {
        return word.stream()
                .flatMap(allow -> allow.grants().stream())
                .filter(grant -> grant.actions().contains(action))
                .map(Grant::until)
                .max(Comparator.naturalOrder());
    }

    /** Somebody was invited to it. */
    public void shared() {
        shared = true;
    }

    public boolean isShared() {
        return shared;
    }

    /** Who locked it; empty when it is not locked. */
    public String lockedBy() {
        return lockedBy;
    }

    public void lock(String by) {
        if (lockedBy.isEmpty()) {
            lockedBy = by;
            audience.locked(true);
            notice("This session was locked by " + by + ": what you type is dropped.");
        }
    }

    public void unlock() {
        if (!lockedBy.isEmpty()) {
            lockedBy = "";
            audience.locked(false);
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

    /** Joins with the current screen. */
    public Watching watch(SessionWatcher watcher, Caller who, Instant now) {
        Participant participant = participant(who, Participant.Role.WATCHER, now);
        mark(who.username() + " began to watch");
        audience.enter(participant);
        Runnable unfollow = follow(watcher, true);
        Consumer<String> leave = show(watcher);
        Watching watching = new Watching(who, (self, why) -> {
            watchings.remove(self);
            mark(who.username() + " stopped watching");
            unfollow.run();
            audience.leave(participant);
            leave.accept(why);
        });
        watchings.add(watching);
        return watching;
    }

    /** Those who watch now. */
    public List<Watching> watchings() {
        return List.copyOf(watchings);
    }

    Consumer<String> show(SessionWatcher watcher) {
        return exit.watch(watcher);
    }

    /** @param whole watchers are told about, too. The result ends it. */
    public Runnable follow(SessionNews news, boolean whole) {
        news.locked(!lockedBy.isEmpty());
        return audience.follow(news, whole);
    }

    /**
     * Each guest has one seat: whoever comes again leaves the one before.
     *
     * @throws ProblemException {@code SESSION_ENDED}
     */
    public Seat join(Guest guest, SessionWatcher watcher, Instant now) {
        seats.stream()
                .filter(other -> other.guest().isSameAs(guest))
                .forEach(other -> other.remove("they joined again elsewhere"));
        Participant.Role role = guest.mayType() ? Participant.Role.WRITER : Participant.Role.READER;
        Seat seat = new Seat(this, guest, participant(guest.caller(), role, now));
        seats.add(seat);
        if (over.get()) {
            seat.sessionOver();
            throw SessionProblem.SESSION_ENDED.problem("the session is over");
        }
        audience.enter(seat.participant());
        notice(guest.caller().username() + " joined this session and may "
                + (guest.mayType() ? "type." : "look on, not type."));
        seat.take(watcher);
        return seat;
    }

    void vacated(Seat seat) {
        seats.remove(seat);
        audience.leave(seat.participant());
    }

    /** Where guests sit. */
    public List<Seat> seats() {
        return List.copyOf(seats);
    }

    public List<Participant> participants() {
        return audience.people();
    }

    /**
     * What the screen shows.
     *
     * @param atThatPoint runs between the last output that is in the picture and the first that is not; returns at once
     */
    public CompletionStage<String> picture(Runnable atThatPoint) {
        return exit.picture(atThatPoint);
    }

    @Override
    public void paintedBy(ScreenPainter painter) {
        exit.paintedBy(painter);
    }

    void typeAs(Typist typist, byte[] bytes, Completion done) {
        entry.typeAs(typist, bytes, done);
    }

    @Override
    public void notice(String text) {
        String shown = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ");
        mark(shown);
        exit.notice(shown);
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
        seats.forEach(Seat::sessionOver);
        TerminalInput first = chain;
        if (first != null) {
            first.close();
        }
        String detail = reason.map(ProblemException::detail).orElse("");
        ended.complete(new SessionEnd(SessionEnd.outcomeOf(reason, otherwise), detail, traffic()));
    }
}
