package gatehouse.session.control.share;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.Caller;
import gatehouse.kernel.Scope;
import gatehouse.kernel.UserId;
import gatehouse.policy.entity.Action;
import gatehouse.session.control.live.LiveSession;
import gatehouse.session.control.live.LiveSessions;
import gatehouse.session.control.live.TestingSession;
import gatehouse.session.control.live.TestingTerminal;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionRight;
import gatehouse.session.entity.SessionShare;
import gatehouse.session.entity.ShareAccess;
import gatehouse.session.entity.ShareId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R11.42 */
class InvitersTest {
    private static final Instant NOW = TestingSession.START;
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Set<String> MAY_SHARE = Set.of(SessionRight.SHARE.code());

    private final LiveSession session = TestingSession.of(new TestingTerminal(), new TestingTerminal(), () -> 0);
    private final Caller alice = session.facts().caller();
    private final UserId auditor = UserId.next();
    private final Map<UserId, Set<String>> rights = new HashMap<>();
    private boolean running = true;
    private boolean passwordMustChange;
    private final Inviters inviters = new Inviters(new Running(), new People());

    @Test
    void anOwnersInvitationStandsWithTheActionShare() {
        session.allowed(TestingSession.allow(TestingSession.grant(LATER, Action.CONNECT, Action.SHARE)));
        assertThat(inviters.stands(byOwner(), NOW)).isTrue();
        session.allowed(TestingSession.allow(TestingSession.grant(LATER, Action.CONNECT)));
        assertThat(inviters.stands(byOwner(), NOW)).isFalse();
    }

    @Test
    void anOwnersInvitationEndsWithTheGrantThatGivesShare() {
        session.allowed(TestingSession.allow(
                TestingSession.grant(LATER, Action.CONNECT), TestingSession.grant(NOW.plusSeconds(60), Action.SHARE)));
        assertThat(inviters.stands(byOwner(), NOW.plusSeconds(59))).isTrue();
        assertThat(inviters.stands(byOwner(), NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void anInvitationByRightStandsWithTheRight() {
        rights.put(auditor, MAY_SHARE);
        assertThat(inviters.stands(byRight(), NOW)).isTrue();
        rights.put(auditor, Set.of(SessionRight.VIEW.code()));
        assertThat(inviters.stands(byRight(), NOW)).isFalse();
    }

    @Test
    void whoMayNotWorkHasNoRight() {
        assertThat(inviters.stands(byRight(), NOW)).isFalse();
        rights.put(auditor, MAY_SHARE);
        passwordMustChange = true;
        assertThat(inviters.stands(byRight(), NOW)).isFalse();
    }

    @Test
    void nothingStandsThatIsOverItself() {
        rights.put(auditor, MAY_SHARE);
        assertThat(inviters.stands(byRight(), LATER)).isFalse();
        SessionShare takenBack = byRight();
        takenBack.end("alice", NOW);
        assertThat(inviters.stands(takenBack, NOW)).isFalse();
        running = false;
        assertThat(inviters.stands(byRight(), NOW)).isFalse();
    }

    private SessionShare byOwner() {
        return share(alice.user(), true);
    }

    private SessionShare byRight() {
        return share(auditor, false);
    }

    private SessionShare share(UserId by, boolean owner) {
        return new SessionShare(
                ShareId.next(),
                session.id(),
                new SessionShare.Inviter(alice.organisation(), by, "inviter", owner, NOW, LATER),
                ShareAccess.READ,
                new byte[0]);
    }

    private final class Running extends LiveSessions {
        @Override
        public Optional<LiveSession> find(Scope scope, SessionId id) {
            return Optional.of(session).filter(found -> running && found.id().equals(id));
        }
    }

    private final class People extends Factors {
        @Override
        public Optional<Candidate> find(UserId id) {
            return Optional.ofNullable(rights.get(id))
                    .map(known -> new Candidate(
                            id,
                            alice.organisation(),
                            "auditor",
                            true,
                            Set.of(),
                            passwordMustChange,
                            "",
                            Optional.empty()));
        }

        @Override
        public Set<String> rightsOf(UserId id) {
            return rights.get(id);
        }
    }
}
