package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** R11.20 to R11.23. */
class LiveSessionTest {
    private static final Instant START = TestingSession.START;
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofMinutes(1), 200);

    private static final Caller AUDITOR = TestingSession.caller("auditor");

    private final AtomicLong nanos = new AtomicLong();
    private final TestingTerminal person = new TestingTerminal();
    private final TestingTerminal target = new TestingTerminal();

    @Test
    void typingReachesTheTargetAndOutputThePerson() {
        LiveSession session = session();
        type(session, "ls\r");
        show(session, "file\r\n");
        assertThat(target.typed()).isEqualTo("ls\r");
        assertThat(person.shown()).isEqualTo("file\r\n");
    }

    /** Whoever was invited may be there before the target is. */
    @Test
    void whatIsTypedBeforeTheTargetIsThereIsDropped() {
        LiveSession opening = new LiveSession(session().facts(), person, nanos::get);
        CompletableFuture<Void> done = new CompletableFuture<>();
        opening.entry().input(new byte[] {'x'}, 0, 1, () -> done.complete(null));
        opening.entry().resize(WindowSize.cells(80, 24));
        opening.entry().signal("INT");
        opening.entry().endOfInput();
        opening.attach(target);

        assertThat(done).isCompleted();
        assertThat(target.typed()).isEmpty();
    }

    /** Each grant as a whole: what one of them gives ends with it. */
    @Test
    void anActionEndsWithItsOwnGrant() {
        LiveSession session = session();
        Instant noon = START.plusSeconds(60);
        session.allowed(TestingSession.allow(
                TestingSession.grant(Decision.NEVER, Action.CONNECT), TestingSession.grant(noon, Action.UPLOAD)));
        assertThat(session.allows(Action.UPLOAD, START)).isTrue();
        assertThat(session.allows(Action.UPLOAD, noon)).isFalse();
        session.allowed(TestingSession.allow(TestingSession.grant(Decision.NEVER, Action.CONNECT)));
        assertThat(session.allows(Action.UPLOAD, START)).isFalse();
    }

    @Test
    void lockedSessionDropsTypingAndSaysSo() {
        LiveSession session = session();
        session.lock("auditor");
        type(session, "rm -rf /\r");
        assertThat(target.typed()).isEmpty();
        assertThat(person.shown()).contains("locked by auditor");
        session.unlock();
        type(session, "ls");
        assertThat(target.typed()).isEqualTo("ls");
    }

    @Test
    void onlyTypingResetsTheIdleTimer() {
        LiveSession session = session();
        Countdown countdown = new Countdown(session);
        pass(Duration.ofMinutes(9).plusSeconds(30));
        show(session, "tail -f goes on\r\n");
        countdown.tick(LIMITS, START);
        assertThat(person.shown()).contains("ends in 31 seconds, because nothing was typed");
        pass(Duration.ofSeconds(31));
        countdown.tick(LIMITS, START);
        assertThat(session.ended().join().outcome()).isEqualTo(SessionOutcome.IDLE_LIMIT);
        assertThat(target.isClosed()).isTrue();
    }

    @Test
    void endOfThePermissionEndsTheSession() {
        LiveSession session = session();
        Countdown countdown = new Countdown(session);
        session.allowed(TestingSession.allow(TestingSession.grant(START.plusSeconds(5), Action.CONNECT)));
        countdown.tick(LIMITS, START);
        assertThat(session.isOver()).isFalse();
        countdown.tick(LIMITS, START.plusSeconds(5));
        assertThat(session.ended().join().outcome()).isEqualTo(SessionOutcome.PERMISSION_ENDED);
    }

    @Test
    void terminationTellsThePersonWhy() {
        LiveSession session = session();
        session.end(SessionProblem.SESSION_TERMINATED.problem("lunch"));
        assertThat(person.reason()).isEqualTo("lunch");
        assertThat(session.ended().join().outcome()).isEqualTo(SessionOutcome.TERMINATED);
        show(session, "late");
        assertThat(person.shown()).isEmpty();
    }

    @Test
    void watcherJoinsWithWhatIsOnTheScreen() {
        LiveSession session = session();
        show(session, "before\r\n");
        TestingWatcher watcher = new TestingWatcher(true);
        session.watch(watcher, AUDITOR, START);
        show(session, "after");
        assertThat(watcher.shown()).contains("before").endsWith("after").contains("\033[2;1H");
        session.end(SessionProblem.SESSION_TERMINATED.problem("over"));
        assertThat(watcher.end()).isEqualTo("over");
    }

    /** Vim's screen, cursor and modes, not what was printed on the way there. */
    @Test
    void watcherSeesAFullScreenProgram() {
        LiveSession session = session();
        show(session, "$ vim\r\n\033[?1049h\033[?1h\033[?2004h\033[2J\033[5;7Htext\033[1;1H");
        TestingWatcher watcher = new TestingWatcher(true);
        session.watch(watcher, AUDITOR, START);
        assertThat(watcher.shown())
                .contains("\033[?1049h")
                .contains("\033[5;1H      text")
                .contains("\033[?1h")
                .contains("\033[?2004h")
                .contains("\033[1;1H");
    }

    /** What the picture shows is not shown again, and nothing after it is missing. */
    @Test
    void outputAroundAPictureIsNeitherLostNorRepeated() {
        LiveSession session = session();
        show(session, "one");
        String[] atThatPoint = new String[1];
        String picture = session.picture(() -> atThatPoint[0] = person.shown())
                .toCompletableFuture()
                .join();
        show(session, "two");
        assertThat(atThatPoint[0]).isEqualTo("one");
        assertThat(picture).contains("one").doesNotContain("two");
    }

    @Test
    void slowWatcherIsDroppedToAFreshPictureAndSlowsNobody() {
        LiveSession session = session();
        TestingWatcher watcher = new TestingWatcher(false);
        session.watch(watcher, AUDITOR, START);
        String flood = "y\r\n".repeat(20_000);
        for (int i = 0; i < 40; i++) {
            show(session, flood);
        }
        assertThat(person.completed()).isEqualTo(40);
        assertThat(watcher.waiting()).isEqualTo(1);
        watcher.release();
        assertThat(watcher.lastPiece()).contains("\033[2J").hasSizeLessThan(4000);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static void type(LiveSession session, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        session.entry().input(bytes, 0, bytes.length, Completion.NOTHING);
    }

    private void show(LiveSession session, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        session.exit().output(bytes, 0, bytes.length, person::complete);
    }

    private LiveSession session() {
        return TestingSession.of(person, target, nanos::get);
    }
}
