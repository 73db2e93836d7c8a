package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.TerminalInput;
import gatehouse.connector.spi.WindowSize;
import gatehouse.kernel.Caller;
import gatehouse.kernel.OrganisationId;
import gatehouse.kernel.UserId;
import gatehouse.session.boundary.OpenedTerminal;
import gatehouse.session.entity.Participant;
import gatehouse.session.entity.SessionId;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R20.1 to R20.3, as far as one shell holds them. */
class BrowserShellTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final WindowSize SIZE = WindowSize.cells(100, 30);

    private final TestingSocket browser = new TestingSocket(true);
    private final Wire wire = wire(browser);
    private final Caller alice = caller();
    private final BrowserShell shell = new BrowserShell(alice, BrowserShells.hash("tab"), wire, new WindowRoom());
    private final TestingInput target = new TestingInput();
    private final CompletableFuture<String> picture = new CompletableFuture<>();

    @Test
    void outputWaitsUntilTheBrowserKnowsItsSession() {
        output("early");
        assertThat(browser.frames()).isEmpty();
        open();
        assertThat(browser.frames()).hasSize(2).last().isEqualTo("early");
        assertThat(browser.frames().getFirst()).contains("\"type\":\"opened\"");
    }

    @Test
    void oneFrameIsUnderWayAtATime() {
        TestingSocket slow = new TestingSocket(false);
        BrowserShell other = new BrowserShell(alice, new byte[0], wire(slow), new WindowRoom());
        other.opened(opened());
        other.output(bytes("a"), 0, 1, Completion.NOTHING);
        other.output(bytes("b"), 0, 1, Completion.NOTHING);
        assertThat(slow.underWay()).isEqualTo(1);
        slow.takeAll();
        assertThat(slow.frames()).hasSize(2).last().isEqualTo("ab");
    }

    @Test
    void whoComesBackGetsWhatTheyMissedAndTheLatestNews() {
        open();
        output("seen");
        shell.detach(wire);
        output("missed");
        shell.participants(List.of(new Participant(alice.user(), "alice", Participant.Role.PERSON, START)));
        shell.locked(true);
        shell.locked(false);
        shell.locked(true);

        TestingSocket next = new TestingSocket(true);
        resume(next, 4);

        assertThat(next.frames()).hasSize(4);
        assertThat(next.frames().get(0)).contains("\"resumed\"", "\"from\":4", "\"snapshot\":false");
        assertThat(next.frames().get(1)).contains("\"people\"", "alice");
        assertThat(next.frames().get(2)).contains("\"locked\":true");
        assertThat(next.frames().get(3)).isEqualTo("missed");
        assertThat(target.size).isEqualTo(SIZE);
    }

    @Test
    void whoMissedTooMuchSeesAPictureAndThenWhatFollows() {
        open();
        shell.detach(wire);
        missTooMuch();

        TestingSocket next = new TestingSocket(true);
        resume(next, 0);
        output("behind");
        assertThat(next.frames()).as("the picture comes first").isEmpty();
        picture.complete("painted");

        assertThat(next.frames().getFirst()).contains("\"snapshot\":true", "\"screen\":\"painted\"");
        assertThat(next.frames().getLast()).isEqualTo("behind");
    }

    /** R20.8 */
    @Test
    void whoLagsBehindWhileMemoryIsShortIsCutOffAndComesBackToAPicture() {
        TestingSocket slow = new TestingSocket(true);
        AtomicInteger taken = new AtomicInteger();
        WindowRoom room = new WindowRoom(OutputWindow.MAX_UNDER_WAY);
        BrowserShell other = new BrowserShell(alice, new byte[0], wire(slow), room);
        other.opened(opened());
        byte[] much = new byte[OutputWindow.PIECE];
        for (int i = 0; i < 100; i++) {
            other.output(much, 0, much.length, taken::incrementAndGet);
        }
        assertThat(slow.isClosed()).isTrue();
        assertThat(taken).as("the target waits for nobody").hasValue(100);
        assertThat(room.isFull()).isFalse();
        int until = slow.frames().size();
        other.output(bytes("unseen"), 0, 6, Completion.NOTHING);
        assertThat(slow.frames()).hasSize(until);

        TestingSocket next = new TestingSocket(true);
        other.resume(wire(next), 1, SIZE, mark -> {
            mark.run();
            return CompletableFuture.completedFuture("painted");
        });
        assertThat(next.frames().getFirst()).contains("\"snapshot\":true", "painted");
    }

    /** R20.8: mallory's shells are held back and print nothing more; what they keep makes room for everybody else. */
    @Test
    void whoHoardsWithSilentShellsIsCutOffAndNobodyElse() {
        WindowRoom room = new WindowRoom(3 * OutputWindow.MAX_UNDER_WAY);
        Caller mallory = caller();
        List<TestingSocket> hoards = List.of(new TestingSocket(true), new TestingSocket(true));
        for (TestingSocket hoard : hoards) {
            printsUnread(new BrowserShell(mallory, new byte[0], wire(hoard), room), OutputWindow.MAX_UNDER_WAY + 1);
        }
        TestingSocket reader = new TestingSocket(true);
        printsUnread(new BrowserShell(alice, new byte[0], wire(reader), room), OutputWindow.MAX_UNDER_WAY);

        assertThat(hoards).filteredOn(TestingSocket::isClosed).hasSize(1);
        assertThat(reader.isClosed()).isFalse();
        assertThat(room.isFull()).isFalse();
    }

    /** R20.8: also when its session has ended. */
    @Test
    void whatIsStillToBeSentCountsUntilItsBrowserIsGone() {
        WindowRoom room = new WindowRoom(OutputWindow.MAX_UNDER_WAY);
        TestingSocket slow = new TestingSocket(false);
        BrowserShell other = new BrowserShell(alice, new byte[0], wire(slow), room);
        other.opened(opened());
        byte[] much = new byte[OutputWindow.MAX_UNDER_WAY];
        other.output(much, 0, much.length, Completion.NOTHING);
        other.closed(Optional.empty());
        printsUnread(new BrowserShell(caller(), new byte[0], wire(browser), room), OutputWindow.MAX_UNDER_WAY / 2);

        assertThat(slow.isClosed()).isTrue();
        assertThat(browser.isClosed()).isFalse();
    }

    private void printsUnread(BrowserShell from, int count) {
        from.opened(opened());
        byte[] much = new byte[count];
        from.output(much, 0, much.length, Completion.NOTHING);
    }

    @Test
    void aPictureForABrowserThatIsGoneAgainIsForNobody() {
        open();
        shell.detach(wire);
        missTooMuch();
        TestingSocket second = new TestingSocket(true);
        resume(second, 0);
        TestingSocket third = new TestingSocket(true);
        shell.resume(wire(third), 0, SIZE, mark -> {
            mark.run();
            return CompletableFuture.completedFuture("for the third");
        });
        picture.complete("for the second");

        assertThat(third.frames().getFirst()).contains("for the third");
        assertThat(third.frames()).noneMatch(frame -> frame.contains("for the second"));
        assertThat(second.frames()).singleElement().asString().contains("TAKEN_OVER");
    }

    @Test
    void whoWasThereIsToldThatSomebodyTookOver() {
        open();
        TestingSocket next = new TestingSocket(true);
        resume(next, 0);
        assertThat(browser.frames().getLast()).contains("TAKEN_OVER");
        assertThat(browser.isClosed()).isTrue();
        output("on");
        assertThat(next.frames().getLast()).isEqualTo("on");
        assertThat(shell.detach(wire)).as("it goes without the shell").isEmpty();
        assertThat(target.closed).isFalse();
    }

    /** What was under way to the browser before says nothing about the one that is there now. */
    @Test
    void aLateFrameOfTheBrowserBeforeBeginsNothing() {
        TestingSocket slow = new TestingSocket(false);
        BrowserShell other = new BrowserShell(alice, new byte[0], wire(slow), new WindowRoom());
        other.opened(opened());
        TestingSocket next = new TestingSocket(false);
        other.resume(wire(next), 0, SIZE, mark -> picture);
        assertThat(next.underWay()).isEqualTo(1);
        slow.takeAll();
        assertThat(next.underWay()).isEqualTo(1);
    }

    @Test
    void aShellThatNobodyComesBackToEnds() {
        open();
        Attachment left = shell.detach(wire).orElseThrow();
        shell.abandon(left);
        assertThat(target.closed).isTrue();
    }

    @Test
    void aShellThatSomebodyCameBackToGoesOn() {
        open();
        Attachment left = shell.detach(wire).orElseThrow();
        TestingSocket next = new TestingSocket(true);
        Wire second = wire(next);
        shell.resume(second, 0, SIZE, mark -> picture);
        shell.detach(second);
        shell.abandon(left);
        assertThat(target.closed).isFalse();
    }

    @Test
    void aShellThatWasAbandonedBeforeItOpenedEndsWhenItOpens() {
        Attachment left = shell.detach(wire).orElseThrow();
        shell.abandon(left);
        open();
        assertThat(target.closed).isTrue();
    }

    @Test
    void aShellThatWasClosedBeforeItOpenedEndsWhenItOpens() {
        shell.close();
        open();
        assertThat(target.closed).isTrue();
    }

    @Test
    void theEndComesBehindTheOutputAndClosesTheSocket() {
        AtomicInteger told = new AtomicInteger();
        shell.whenOver(told::incrementAndGet);
        output("last words");
        shell.closed(Optional.of(SessionProblem.SESSION_TERMINATED.problem("lunch")));
        assertThat(browser.frames()).hasSize(2).first().isEqualTo("last words");
        assertThat(browser.frames().getLast()).contains("SESSION_TERMINATED", "lunch");
        assertThat(browser.isClosed()).isTrue();
        assertThat(told).hasValue(1);
    }

    @Test
    void whoComesBackToAShellThatHasEndedIsTold() {
        open();
        shell.closed(Optional.empty());
        TestingSocket next = new TestingSocket(true);
        resume(next, 0);
        assertThat(next.frames().getLast()).contains("FINISHED");
    }

    @Test
    void aBrowserThatIsAwayHoldsNobody() {
        open();
        AtomicInteger completed = new AtomicInteger();
        byte[] much = new byte[OutputWindow.MAX_UNDER_WAY + 1];
        shell.output(much, 0, much.length, completed::incrementAndGet);
        assertThat(completed).hasValue(0);
        shell.detach(wire);
        assertThat(completed).hasValue(1);
    }

    @Test
    void onlyTheSameSignInWithTheSecretOfTheTabOwnsIt() {
        assertThat(shell.belongsTo(alice, BrowserShells.hash("tab"))).isTrue();
        assertThat(shell.belongsTo(alice, BrowserShells.hash("other"))).isFalse();
        assertThat(shell.belongsTo(caller(), BrowserShells.hash("tab"))).isFalse();
    }

    private void open() {
        shell.opened(opened());
    }

    private OpenedTerminal opened() {
        return new OpenedTerminal(SessionId.next(), target, Set.of(), START.plus(Duration.ofHours(1)));
    }

    private void output(String text) {
        shell.output(bytes(text), 0, text.length(), Completion.NOTHING);
    }

    private void missTooMuch() {
        byte[] much = new byte[OutputWindow.MAX_UNDER_WAY + 1];
        shell.output(much, 0, much.length, Completion.NOTHING);
    }

    private void resume(TestingSocket by, long received) {
        shell.resume(wire(by), received, SIZE, mark -> {
            mark.run();
            return picture;
        });
    }

    private static Wire wire(TestingSocket socket) {
        return new Wire(socket.session(), Runnable::run, Duration.ofMinutes(10));
    }

    private static Caller caller() {
        return new Caller(
                UserId.next(), "alice", OrganisationId.next(), Set.of(), "192.0.2.1", "web", UUID.randomUUID());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class TestingInput implements TerminalInput {
        private WindowSize size = WindowSize.cells(80, 24);
        private boolean closed;

        @Override
        public void input(byte[] bytes, int offset, int length, Completion done) {
            done.complete();
        }

        @Override
        public void endOfInput() {}

        @Override
        public void resize(WindowSize wanted) {
            size = wanted;
        }

        @Override
        public void signal(String name) {}

        @Override
        public void close() {
            closed = true;
        }
    }
}
