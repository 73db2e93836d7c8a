package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.inventory.entity.AssetId;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.PermissionId;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionKind;
import gatehouse.session.entity.SessionLimits;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionOutcome;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionTarget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** R11.20 to R11.23. */
class LiveSessionTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SessionLimits LIMITS =
            new SessionLimits(Duration.ofMinutes(10), Duration.ofHours(1), Duration.ofMinutes(1));

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

    /** Each grant as a whole: what one of them gives ends with it. */
    @Test
    void anActionEndsWithItsOwnGrant() {
        LiveSession session = session();
        Instant noon = START.plusSeconds(60);
        session.allowed(allow(grant(Decision.NEVER, Action.CONNECT), grant(noon, Action.UPLOAD)));
        assertThat(session.allows(Action.UPLOAD, START)).isTrue();
        assertThat(session.allows(Action.UPLOAD, noon)).isFalse();
        session.allowed(allow(grant(Decision.NEVER, Action.CONNECT)));
        assertThat(session.allows(Action.UPLOAD, START)).isFalse();
    }

    private static Grant grant(Instant until, Action action) {
        return new Grant(new PermissionId(new UUID(0, 9)), "operators", Set.of(action), until);
    }

    private static Decision.Allow allow(Grant first, Grant... others) {
        List<Grant> all = new ArrayList<>(List.of(others));
        all.addFirst(first);
        return new Decision.Allow(first.until(), first.actions(), List.of(), first.permission(), all);
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
        session.allowed(allow(grant(START.plusSeconds(5), Action.CONNECT)));
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
        session.watch(watcher, "auditor");
        show(session, "after");
        assertThat(watcher.shown()).isEqualTo("\033cbefore\r\nafter");
        session.end(SessionProblem.SESSION_TERMINATED.problem("over"));
        assertThat(watcher.end()).isEqualTo("over");
    }

    @Test
    void slowWatcherIsDroppedToAFreshPictureAndSlowsNobody() {
        LiveSession session = session();
        TestingWatcher watcher = new TestingWatcher(false);
        session.watch(watcher, "auditor");
        String flood = "y\r\n".repeat(20_000);
        for (int i = 0; i < 40; i++) {
            show(session, flood);
        }
        assertThat(person.completed()).isEqualTo(40);
        assertThat(watcher.waiting()).isEqualTo(1);
        watcher.release();
        assertThat(watcher.lastPiece()).startsWith("\033c").hasSizeLessThan(ScreenTail.SIZE + 3);
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
        Caller caller =
                new Caller(UserId.next(), "alice", OrganisationId.next(), Set.of(), "192.0.2.1", "ssh", new UUID(0, 0));
        AssetId asset = AssetId.next();
        TerminalRequest shell = TerminalRequest.shell(new Pty("xterm", WindowSize.cells(80, 24), Map.of()));
        SessionTarget where = new SessionTarget(
                asset, "web-1", Optional.empty(), "root", "ssh", SessionKind.TERMINAL, "", PermissionId.next());
        LiveFacts facts = new LiveFacts(
                SessionId.next(),
                caller,
                new SessionOrigin(SessionOrigin.Via.SSH, "192.0.2.1"),
                where,
                new ConnectRequest(asset, new AccountRef.Manual("root"), "ssh", shell),
                START,
                START.plus(Duration.ofDays(1)));
        LiveSession session = new LiveSession(facts, person, nanos::get);
        session.attach(target);
        return session;
    }
}
