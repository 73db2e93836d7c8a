package gatehouse.session.control.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.ExitStatus;
import gatehouse.connector.spi.Pty;
import gatehouse.connector.spi.TerminalOutput;
import gatehouse.connector.spi.TerminalRequest;
import gatehouse.connector.spi.WindowSize;
import gatehouse.inventory.entity.AssetId;
import gatehouse.inventory.entity.ProtocolEndpoint;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.ProblemException;
import gatehouse.kernel.UserId;
import gatehouse.kernel.Work;
import gatehouse.policy.boundary.Decisions;
import gatehouse.policy.entity.AccountRef;
import gatehouse.policy.entity.Action;
import gatehouse.policy.entity.Decision;
import gatehouse.policy.entity.Grant;
import gatehouse.policy.entity.PermissionId;
import gatehouse.policy.entity.PolicyVersion;
import gatehouse.session.control.live.LiveFacts;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.entity.ConnectRequest;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionKind;
import gatehouse.session.entity.SessionOrigin;
import gatehouse.session.entity.SessionProblem;
import gatehouse.session.entity.SessionTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** R11.34 */
class RecheckerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Decision DENIED = new Decision.Deny(List.of());

    private final OrganisationId bank = OrganisationId.next();
    private final List<LiveSession> running = new ArrayList<>();
    private final Map<UserId, Decision> answers = new HashMap<>();
    private Runnable beforeVersion = () -> {};
    private PolicyVersion version = new PolicyVersion(1, 1, 1);
    private final Rechecker rechecker = new Rechecker(new Running(), new Answering(), new Versioned());

    @Test
    void oneWithoutAnAnswerKeepsNoOtherFromItsOwn() {
        LiveSession broken = session();
        LiveSession denied = session();
        answers.put(denied.facts().caller().user(), DENIED);

        assertThat(rechecker.recheck(List.of(broken, denied), _ -> {})).isFalse();
        assertThat(denied.isOver()).isTrue();
        assertThat(broken.isOver()).isFalse();
    }

    @Test
    void whatHadNoAnswerIsAskedAgain() {
        LiveSession session = session();
        rechecker.look(_ -> {});
        answers.put(session.facts().caller().user(), DENIED);
        rechecker.look(_ -> {});

        assertThat(session.isOver()).isTrue();
    }

    @Test
    void everyChangeOfWhatDecisionsAreMadeFromAsksAgain() {
        LiveSession session = session();
        answers.put(session.facts().caller().user(), allowed(START.plusSeconds(60)));
        rechecker.look(_ -> {});
        assertThat(session.until()).isEqualTo(START.plusSeconds(60));

        answers.put(session.facts().caller().user(), DENIED);
        rechecker.look(_ -> {});
        assertThat(session.isOver()).as("nothing has changed").isFalse();

        version = new PolicyVersion(2, 1, 1);
        rechecker.look(_ -> {});
        assertThat(session.isOver()).isTrue();
    }

    @Test
    void oneThatCannotBeEndedKeepsNoOtherAlive() {
        LiveSession stubborn = session(new Person() {
            @Override
            public void closed(Optional<ProblemException> reason) {
                throw new IllegalStateException("the client's socket broke");
            }
        });
        LiveSession other = session();
        rechecker.end(List.of(stubborn, other), SessionProblem.SIGN_IN_ENDED.problem("signed out"));

        assertThat(other.isOver()).isTrue();
    }

    /** The server stops: the others are told, too, and what they have is written down. */
    @Test
    void aSessionThatCannotBeEndedKeepsNoOtherFromItsEndAtAStop() {
        session(new Person() {
            @Override
            public void closed(Optional<ProblemException> reason) {
                throw new IllegalStateException("a person who cannot be told");
            }
        });
        LiveSession other = session();
        CompletableFuture<Void> stopped = new Running().stop(Runnable::run);

        assertThat(other.isOver()).isTrue();
        assertThat(stopped).isNotDone();
        other.closed().complete(null);
        assertThat(stopped).isCompleted();
    }

    @Test
    void aSessionThatHangsKeepsNoOtherFromItsEndAtAStop() {
        CountDownLatch stopping = new CountDownLatch(1);
        session(new Person() {
            @Override
            public void closed(Optional<ProblemException> reason) {
                try {
                    stopping.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        LiveSession other = session();
        CompletableFuture<Void> stopped = new Running().stop(new Work("stop", null));

        other.ended().toCompletableFuture().join();
        assertThat(stopped).isNotDone();
        stopping.countDown();
        running.forEach(session -> session.closed().complete(null));
        stopped.join();
    }

    /** Its target may take a minute to answer, which no stop waits for. */
    @Test
    void aSessionWhoseTargetIsBeingReachedEndsAtAStop() {
        LiveSessions live = new Running();
        LiveSession dialling = session();
        running.remove(dialling);
        live.reaching(dialling);
        CompletableFuture<Void> stopped = live.stop(Runnable::run);

        assertThat(dialling.isStopped()).isTrue();
        assertThat(stopped).isNotDone();
        dialling.closed().complete(null);
        assertThat(stopped).isCompleted();
        LiveSession later = session();
        assertThatThrownBy(() -> live.reaching(later)).hasMessage("Gatehouse is being stopped.");
    }

    /** The other session's answer uses the news up before this one runs. */
    @Test
    void whatWasTakenAwayWhileTheTargetWasReachedIsNotKept() {
        LiveSession other = session();
        LiveSession dialling = session();
        running.remove(dialling);
        answers.put(other.facts().caller().user(), allowed(START.plusSeconds(60)));
        dialling.allowed(may(Action.CONNECT, Action.UPLOAD, Action.SHARE));
        rechecker.look(_ -> {});

        answers.put(dialling.facts().caller().user(), may(Action.CONNECT));
        version = new PolicyVersion(2, 1, 1);
        rechecker.look(_ -> {});
        rechecker.enter(dialling);
        rechecker.look(_ -> {});

        assertThat(running).contains(dialling);
        assertThat(dialling.allows(Action.CONNECT, START)).isTrue();
        assertThat(dialling.allows(Action.UPLOAD, START)).isFalse();
        assertThat(dialling.allows(Action.SHARE, START)).isFalse();
    }

    @Test
    void whoeverIsNotAdmittedAnyMoreDoesNotRun() {
        LiveSession dialling = session();
        running.remove(dialling);
        answers.put(dialling.facts().caller().user(), DENIED);

        assertThatThrownBy(() -> rechecker.enter(dialling)).hasMessageContaining("taken back");
        assertThat(running).isEmpty();
    }

    /** It comes after the sessions were listed and before the version was read. */
    @Test
    void aSessionThatComesInBetweenIsAskedAbout() {
        LiveSession first = session();
        LiveSession between = session();
        running.remove(between);
        answers.put(first.facts().caller().user(), allowed(START.plusSeconds(60)));
        answers.put(between.facts().caller().user(), DENIED);
        beforeVersion = () -> running.add(between);
        rechecker.look(_ -> {});

        assertThat(between.isOver()).isTrue();
    }

    private static Decision.Allow may(Action... actions) {
        Set<Action> all = Set.of(actions);
        PermissionId permission = PermissionId.next();
        Instant until = START.plusSeconds(60);
        return new Decision.Allow(
                until, all, List.of(), permission, List.of(new Grant(permission, "operators", all, until)));
    }

    private static Decision allowed(Instant until) {
        return new Decision.Allow(until, Set.of(Action.CONNECT), List.of(), PermissionId.next(), List.of());
    }

    private LiveSession session() {
        return session(new Person());
    }

    private LiveSession session(TerminalOutput person) {
        Caller caller = new Caller(UserId.next(), "alice", bank, Set.of(), "192.0.2.1", "ssh", UUID.randomUUID());
        AssetId asset = AssetId.next();
        TerminalRequest shell = TerminalRequest.shell(new Pty("xterm", WindowSize.cells(80, 24), Map.of()));
        LiveFacts facts = new LiveFacts(
                SessionId.next(),
                caller,
                new SessionOrigin(SessionOrigin.Via.SSH, "192.0.2.1"),
                new SessionTarget(
                        asset, "web-1", Optional.empty(), "root", "ssh", SessionKind.TERMINAL, "", PermissionId.next()),
                new ConnectRequest(asset, new AccountRef.Manual("root"), "ssh", shell),
                START,
                START.plus(Duration.ofDays(1)));
        LiveSession session = new LiveSession(facts, person, () -> 0);
        running.add(session);
        return session;
    }

    private final class Running extends LiveSessions {
        @Override
        public List<LiveSession> list() {
            return List.copyOf(running);
        }

        @Override
        public void add(LiveSession session) {
            running.add(session);
        }

        @Override
        public void remove(SessionId id) {
            running.removeIf(session -> session.id().equals(id));
        }
    }

    private final class Answering extends Authoriser {
        @Override
        public Decision decide(Caller caller, ConnectRequest request, Action action) {
            return Optional.ofNullable(answers.get(caller.user()))
                    .orElseThrow(() -> new IllegalStateException("the database is away"));
        }

        @Override
        public Admission admit(Caller caller, ConnectRequest request) {
            if (decide(caller, request, Action.CONNECT) instanceof Decision.Allow allow) {
                return new Admission(null, Optional.empty(), "root", new ProtocolEndpoint("ssh", 22), allow);
            }
            throw SessionProblem.CONNECT_DENIED.problem("taken back");
        }
    }

    private final class Versioned extends Decisions {
        @Override
        public PolicyVersion version(Caller caller) {
            beforeVersion.run();
            return version;
        }
    }

    private static class Person implements TerminalOutput {
        @Override
        public void output(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void error(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void endOfOutput() {}

        @Override
        public void exited(ExitStatus status) {}

        @Override
        public void closed(Optional<ProblemException> reason) {}
    }
}
