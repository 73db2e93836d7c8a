package gatehouse.session.control.live;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.identity.boundary.Factors;
import gatehouse.identity.entity.Candidate;
import gatehouse.kernel.Caller;
import gatehouse.kernel.UserId;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionRight;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** R11.25 */
class LookoutTest {
    private static final Caller AUDITOR = TestingSession.caller("auditor");
    private static final Caller OTHER = TestingSession.caller("other");
    private static final Set<String> WATCH = Set.of(SessionRight.WATCH.code());

    private final LiveSession session = TestingSession.of(new TestingTerminal(), new TestingTerminal(), () -> 0);
    private final Map<UserId, Set<String>> rights = new HashMap<>();
    private final Map<UserId, Boolean> mustChange = new HashMap<>();
    private final TestingWatcher auditor = new TestingWatcher(true);
    private final TestingWatcher other = new TestingWatcher(true);
    private final Lookout lookout = new Lookout(new Running(), new Rights());

    LookoutTest() {
        rights.put(AUDITOR.user(), WATCH);
        rights.put(OTHER.user(), WATCH);
        session.watch(auditor, AUDITOR, TestingSession.START);
        session.watch(other, OTHER, TestingSession.START);
    }

    @Test
    void whoeverMayWatchGoesOn() {
        lookout.look();

        assertThat(auditor.end()).isEmpty();
        assertThat(session.watchings()).hasSize(2);
    }

    @Test
    void whoeverMayNotWatchAnyMoreIsSentAwayAndNobodyElse() {
        rights.put(AUDITOR.user(), Set.of());
        lookout.look();

        assertThat(auditor.end()).contains("may not watch");
        assertThat(other.end()).isEmpty();
        assertThat(session.watchings()).extracting(Watching::caller).containsExactly(OTHER);
        assertThat(session.participants()).extracting(Participant::name).containsExactly("alice", "other");
    }

    @Test
    void newsAboutOnePersonAskAboutThatPerson() {
        rights.put(AUDITOR.user(), Set.of());
        lookout.look(OTHER.user());
        assertThat(auditor.end()).isEmpty();

        lookout.look(AUDITOR.user());
        assertThat(auditor.end()).contains("may not watch");
    }

    @Test
    void whoeverWasDisabledOrMustChangeTheirPasswordIsSentAway() {
        rights.remove(AUDITOR.user());
        mustChange.put(OTHER.user(), true);
        lookout.look();

        assertThat(auditor.end()).contains("may not watch");
        assertThat(other.end()).contains("may not watch");
    }

    /** {@code alice}'s own session. */
    @Test
    void oneNeedsNoRightToWatchOnesOwn() {
        Caller alice = session.facts().caller();
        TestingWatcher own = new TestingWatcher(true);
        rights.put(alice.user(), Set.of());
        session.watch(own, alice, TestingSession.START);
        lookout.look();

        assertThat(own.end()).isEmpty();
    }

    @Test
    void oneWithoutAnAnswerKeepsNoOtherThere() {
        rights.put(AUDITOR.user(), Set.of("the database is away"));
        rights.put(OTHER.user(), Set.of());
        lookout.look();

        assertThat(auditor.end()).isEmpty();
        assertThat(other.end()).contains("may not watch");
    }

    private final class Running extends LiveSessions {
        @Override
        public List<LiveSession> list() {
            return List.of(session);
        }
    }

    private final class Rights extends Factors {
        @Override
        public Optional<Candidate> find(UserId id) {
            return Optional.ofNullable(rights.get(id))
                    .map(_ -> new Candidate(
                            id,
                            AUDITOR.organisation(),
                            "",
                            true,
                            Set.of(),
                            mustChange.getOrDefault(id, false),
                            "",
                            Optional.empty()));
        }

        @Override
        public Set<String> rightsOf(UserId id) {
            if (rights.get(id).contains("the database is away")) {
                throw new IllegalStateException("the database is away");
            }
            return rights.get(id);
        }
    }
}
