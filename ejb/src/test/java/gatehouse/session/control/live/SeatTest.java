package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.kernel.Caller;
import gatehouse.policy.entity.Action;
import gatehouse.session.control.Typist;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.ShareAccess;
import gatehouse.session.entity.ShareId;
import gatehouse.session.entity.SharingRules;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** R11.40 to R11.43, as far as the running session holds them. */
class SeatTest {
    private static final Instant START = TestingSession.START;
    private static final SharingRules RULES = new SharingRules();

    private final AtomicLong nanos = new AtomicLong();
    private final TestingTerminal person = new TestingTerminal();
    private final TestingTerminal target = new TestingTerminal();
    private final LiveSession session = TestingSession.of(person, target, nanos::get);
    private final TestingWatcher watcher = new TestingWatcher(true);
    private final Caller bob = TestingSession.caller("bob");

    @Test
    void aGuestSeesTheScreenAndEverybodyIsTold() {
        show("before");
        Seat seat = join(ShareAccess.READ);
        show("after");
        assertThat(watcher.shown()).contains("before").endsWith("after");
        assertThat(person.shown()).contains("bob joined this session and may look on, not type.");
        assertThat(session.participants()).extracting(Participant::name).containsExactly("alice", "bob");
        seat.leave();
        assertThat(person.shown()).contains("bob left this session.");
        assertThat(seat.left()).isCompletedWithValue(0L);
        assertThat(session.participants()).extracting(Participant::name).containsExactly("alice");
    }

    @Test
    void onlyAWriterTypes() {
        join(ShareAccess.READ).type(bytes("rm -rf /"), Completion.NOTHING);
        assertThat(target.typed()).isEmpty();
        Seat writer = join(ShareAccess.WRITE);
        writer.type(bytes("ls"), Completion.NOTHING);
        assertThat(target.typed()).isEqualTo("ls");
        writer.leave();
        assertThat(writer.left()).isCompletedWithValue(2L);
    }

    /** The stages hear who types; the person's own input names nobody. */
    @Test
    void whatAWriterTypesIsTheirs() {
        join(ShareAccess.WRITE).type(bytes("x"), Completion.NOTHING);
        assertThat(target.typist()).isEqualTo(Optional.of(new Typist(bob.user(), "bob")));
        session.entry().input(bytes("y"), 0, 1, Completion.NOTHING);
        assertThat(target.typist()).isEmpty();
    }

    @Test
    void aWritersTypingResetsTheIdleTimer() {
        Seat writer = join(ShareAccess.WRITE);
        Countdown countdown = new Countdown(session);
        SessionLimits limits =
                new SessionLimits(Duration.ofMinutes(10), Duration.ofHours(9), Duration.ofMinutes(1), 200);
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        writer.type(bytes("x"), Completion.NOTHING);
        nanos.addAndGet(Duration.ofMinutes(9).toNanos());
        countdown.tick(limits, START);
        assertThat(session.isOver()).isFalse();
        nanos.addAndGet(Duration.ofMinutes(1).toNanos());
        countdown.tick(limits, START);
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void aLockHoldsForGuests() {
        Seat writer = join(ShareAccess.WRITE);
        session.lock("auditor");
        writer.type(bytes("ls"), Completion.NOTHING);
        assertThat(target.typed()).isEmpty();
        assertThat(watcher.isLocked()).isTrue();
    }

    @Test
    void whoIsRemovedSeesAndTypesNothingMore() {
        Seat seat = join(ShareAccess.WRITE);
        seat.remove("the invitation was taken back by alice");
        assertThat(watcher.end()).isEqualTo("the invitation was taken back by alice");
        String seen = watcher.shown();
        show("secret");
        seat.type(bytes("ls"), Completion.NOTHING);
        assertThat(watcher.shown()).isEqualTo(seen);
        assertThat(target.typed()).isEmpty();
        assertThat(person.shown())
                .contains("bob was removed from this session: the invitation was taken back by alice.");
    }

    @Test
    void whoComesAgainLeavesTheSeatBefore() {
        Guest guest = guest(ShareAccess.WRITE, true);
        Seat before = session.join(guest, watcher, START);
        session.join(guest, new TestingWatcher(true), START);
        assertThat(before.left()).isCompleted();
        assertThat(watcher.end()).isEqualTo("they joined again elsewhere");
        assertThat(session.seats()).hasSize(1);
    }

    /** Otherwise the person goes on typing in a line of which nothing is to be seen. */
    @Test
    void behindABannerStandsTheLineThatItCameInto() {
        show("first\r\n$ echo on");
        join(ShareAccess.READ);
        assertThat(person.shown()).endsWith("not type.\r\n$ echo on\033[0m");
    }

    /** One after the other, the last before the end, and none into output that its picture does not show. */
    @Test
    void bannersThatWaitForThePictureAreNotLost() {
        Deque<Runnable> later = new ArrayDeque<>();
        LiveSession slow = TestingSession.of(person, target, nanos::get, later::add);
        slow.exit().output(bytes("$ "), 0, 2, Completion.NOTHING);
        slow.notice("one");
        slow.notice("two");
        assertThat(person.shown()).isEqualTo("$ ");
        slow.exit().output(bytes("ls"), 0, 2, Completion.NOTHING);
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
        assertThat(person.shown())
                .startsWith("$ ls")
                .contains("[Gatehouse] one\r\n$ ls")
                .endsWith("[Gatehouse] two\r\n$ ls\033[0m");

        slow.notice("three");
        slow.end(SessionProblem.SESSION_TERMINATED.problem("lunch"));
        assertThat(person.shown()).endsWith("[Gatehouse] three\r\n");
    }

    /** What an administrator writes must not be able to drive the terminal. */
    @Test
    void bannersCarryNoEscapeSequences() {
        session.notice("look\033[2Jhere");
        assertThat(person.shown()).contains("look [2Jhere").doesNotContain("\033[2J");
        session.notice("now\u009b2Jturned\u202earound");
        assertThat(person.shown()).contains("now 2Jturned around");
    }

    @Test
    void theSessionsEndIsTheGuestsEnd() {
        Seat seat = join(ShareAccess.READ);
        session.end(SessionProblem.SESSION_TERMINATED.problem("lunch"));
        assertThat(watcher.end()).isEqualTo("lunch");
        assertThat(seat.left()).isCompleted();
        assertThat(session.seats()).isEmpty();
    }

    @Test
    void aGuestGoesWhenTheInvitationIsOver() {
        Guest guest = guest(ShareAccess.READ, true);
        session.allowed(
                TestingSession.allow(TestingSession.grant(START.plusSeconds(900), Action.CONNECT, Action.SHARE)));
        assertThat(reason(guest, START)).isEmpty();
        assertThat(reason(guest, guest.until())).contains("the invitation has expired");
        assertThat(Doorkeeper.reason(session, guest, new SharingRules(false, RULES.longest(), 1), START))
                .contains("sharing was switched off");
    }

    /** Each grant as a whole: the right to share ends with its own grant, not with the session's. */
    @Test
    void aGuestGoesWhenTheOwnerMayNoLongerShare() {
        Guest guest = guest(ShareAccess.READ, true);
        session.allowed(TestingSession.allow(
                TestingSession.grant(START.plusSeconds(900), Action.CONNECT),
                TestingSession.grant(START.plusSeconds(60), Action.SHARE)));
        assertThat(reason(guest, START)).isEmpty();
        assertThat(reason(guest, START.plusSeconds(60))).contains("the permission to share this session has ended");
        assertThat(reason(guest(ShareAccess.READ, false), START.plusSeconds(60)))
                .isEmpty();
    }

    /** No invitation is given for longer. */
    @Test
    void theRightToShareLastsAsLongAsTheLongestGrantThatGivesIt() {
        assertThat(session.allowedUntil(Action.SHARE)).isEmpty();
        session.allowed(TestingSession.allow(
                TestingSession.grant(START.plusSeconds(900), Action.CONNECT),
                TestingSession.grant(START.plusSeconds(60), Action.SHARE),
                TestingSession.grant(START.plusSeconds(90), Action.SHARE, Action.COPY)));
        assertThat(session.allowedUntil(Action.SHARE)).contains(START.plusSeconds(90));
    }

    /** The person and the guests are not told who looks on by right; those are told about everybody. */
    @Test
    void watchersAreKnownToWatchersOnly() {
        join(ShareAccess.READ);
        TestingWatcher auditor = new TestingWatcher(true);
        session.watch(auditor, TestingSession.caller("auditor"), START);
        assertThat(watcher.people()).isEqualTo(List.of("alice", "bob"));
        assertThat(auditor.people()).isEqualTo(List.of("alice", "bob", "auditor"));
    }

    private Optional<String> reason(Guest guest, Instant now) {
        return Doorkeeper.reason(session, guest, RULES, now);
    }

    private Seat join(ShareAccess access) {
        return session.join(guest(access, true), watcher, START);
    }

    private Guest guest(ShareAccess access, boolean byOwner) {
        return new Guest(ShareId.next(), bob, access, START.plusSeconds(600), byOwner);
    }

    private void show(String text) {
        session.exit().output(bytes(text), 0, text.length(), Completion.NOTHING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
