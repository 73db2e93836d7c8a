package gatehouse.session.control.menu;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.ExitStatus;
import gatehouse.kernel.Work;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A stop is said to people who are in a menu, wherever they are in it. */
class OpenMenusTest {
    private static final String STOPPING = "Gatehouse is being stopped. Sign in again in a while.";

    private final OpenMenus menus = new OpenMenus();
    private final TestingSessions sessions = new TestingSessions();
    private final TestingTerminal terminal = new TestingTerminal();

    private void open() {
        terminal.input = menus.start(
                new Work("menu", null), TestingTerminal.options(80, 24), TestingCatalogue.of(50), sessions, terminal);
    }

    private void assertTold(CompletableFuture<Void> stopped) {
        terminal.expect(STOPPING);
        assertThat(terminal.exited).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(new ExitStatus.Code(1));
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE).isEqualTo(Optional.empty());
        assertThat(stopped).succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void whoeverReadsTheListIsTold() {
        open();
        terminal.type("p\r").expect("50 assets");
        terminal.type("half a li").expect("half a li");
        assertTold(menus.stop());
    }

    @Test
    void whoeverWaitsForATargetIsTold() throws InterruptedException {
        sessions.gate = new CompletableFuture<>();
        open();
        terminal.type("00001\r").expect("Connecting");
        TestingSessions.Running session = sessions.next();
        assertTold(menus.stop());

        sessions.gate.complete(null);
        assertThat(session.closed).as("what opens later is closed").succeedsWithin(TestingTerminal.PATIENCE);
    }

    @Test
    void whoeverIsInASessionIsToldWhenThatHasEnded() {
        open();
        terminal.type("00001\r").expect("<web-00001");
        terminal.type("ls").expect("[ls]");
        CompletableFuture<Void> stopped = menus.stop();
        terminal.type("still").expect("[still]");
        terminal.type("x").expect("The session with web-00001 has ended.");
        assertTold(stopped);
    }

    @Test
    void whoeverComesTooLateIsToldUntilTheServerGoesOn() {
        assertThat(menus.stop()).isCompleted();
        open();
        assertTold(menus.stop());

        menus.resume();
        TestingTerminal later = new TestingTerminal();
        later.input = menus.start(
                new Work("menu", null), TestingTerminal.options(80, 24), TestingCatalogue.of(50), sessions, later);
        later.expect("Opt> ");
        later.type("q\r").expect("Goodbye.");
        assertThat(later.everything()).doesNotContain(STOPPING);
    }

    @Test
    void whoeverHasLeftIsNotWaitedFor() {
        open();
        terminal.type("q\r").expect("Goodbye.");
        assertThat(terminal.closed).succeedsWithin(TestingTerminal.PATIENCE);
        assertThat(menus.stop()).succeedsWithin(TestingTerminal.PATIENCE);
    }
}
