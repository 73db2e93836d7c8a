package gatehouse.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import gatehouse.connector.spi.Completion;
import gatehouse.connector.spi.WindowSize;
import gatehouse.session.entity.SessionProblem;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** R20.6 */
class WatchWireTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final TestingSocket browser = new TestingSocket(false);
    private final WatchWire wire = new WatchWire(browser.session(), work::add);
    private final AtomicInteger left = new AtomicInteger();

    @Test
    void whateverFailsIsToldToTheBrowser() {
        wire.enter(() -> {
            throw new IllegalStateException("a bean broke");
        });
        workAll();
        assertThat(browser.frames()).singleElement().asString().contains("SESSION_BROKEN", "its log says why");
        assertThat(browser.frames().getFirst()).doesNotContain("a bean broke");
        browser.takeAll();
        workAll();
        assertThat(browser.isClosed()).isTrue();
    }

    @Test
    void aDatabaseThatIsAwayIsCalledSo() {
        wire.enter(() -> {
            throw new IllegalStateException(new SQLException("connection refused", "08001"));
        });
        workAll();
        assertThat(browser.frames()).singleElement().asString().contains("DATABASE_UNAVAILABLE");
    }

    @Test
    void aRefusalIsToldAsItIs() {
        wire.enter(() -> {
            throw SessionProblem.SHARE_UNKNOWN.problem("ask for a new one");
        });
        workAll();
        assertThat(browser.frames()).singleElement().asString().contains("SHARE_UNKNOWN", "Ask for a new one");
    }

    @Test
    void whoIsGoneBeforeTheyAreInLeaves() {
        wire.enter(() -> left::incrementAndGet);
        wire.leave();
        assertThat(left).hasValue(0);
        workAll();
        assertThat(left).hasValue(1);
    }

    @Test
    void whoIsInLeavesOnce() {
        wire.enter(() -> left::incrementAndGet);
        workAll();
        assertThat(left).hasValue(0);
        wire.leave();
        workAll();
        assertThat(left).hasValue(1);
    }

    @Test
    void controlsThatNobodyReadsAreTheNewestOfEachKind() {
        for (int i = 1; i <= 4000; i++) {
            wire.resized(WindowSize.cells(i, 24));
            wire.locked(i % 2 == 0);
            wire.participants(List.of());
        }
        wire.ended("the session has ended");
        assertThat(browser.underWay()).isEqualTo(1);
        browser.takeAll();
        assertThat(browser.frames()).hasSize(5);
        assertThat(browser.frames().get(1)).contains("\"columns\":4000");
        assertThat(browser.frames().get(2)).contains("\"locked\":true");
        assertThat(browser.frames().getLast()).contains("ended");
    }

    @Test
    void nothingComesBehindTheEnd() {
        wire.locked(true);
        wire.ended("taken back");
        wire.ended("the session has ended");
        wire.locked(false);
        browser.takeAll();
        wire.resized(WindowSize.cells(80, 24));
        assertThat(browser.frames()).hasSize(2).last().asString().contains("taken back");
    }

    @Test
    void outputGoesBeforeTheEndAndAsksForTheNextPiece() {
        AtomicInteger asked = new AtomicInteger();
        wire.locked(true);
        wire.show(bytes("last words"), asked::incrementAndGet);
        wire.ended("the session has ended");
        assertThat(asked).hasValue(0);
        browser.takeAll();
        assertThat(asked).hasValue(1);
        assertThat(browser.frames().get(1)).isEqualTo("last words");
        assertThat(browser.frames().getLast()).contains("ended");
    }

    /** Each frame that is out at once asks for the next on the same thread. */
    @Test
    void manySmallPiecesDoNotPileUpOnTheStack() {
        TestingSocket prompt = new TestingSocket(true);
        WatchWire fast = new WatchWire(prompt.session(), work::add);
        showNext(fast, 100_000);
        assertThat(prompt.frames()).hasSize(100_000);
    }

    private static void showNext(WatchWire to, int left) {
        if (left > 0) {
            to.show(bytes("x"), () -> showNext(to, left - 1));
        }
    }

    @Test
    void aBrowserThatTakesNothingIsCutOff() {
        wire.show(bytes("x"), Completion.NOTHING);
        assertThat(browser.sendTimeout()).isPositive();
        browser.breakDown();
        workAll();
        assertThat(browser.isClosed()).isTrue();
    }

    /** Closing waits for what is under way; whoever wants it must not. */
    @Test
    void isNotClosedByWhoeverWantsIt() {
        wire.cut();
        assertThat(browser.isClosed()).isFalse();
        workAll();
        assertThat(browser.isClosed()).isTrue();
    }

    private void workAll() {
        while (!work.isEmpty()) {
            work.removeFirst().run();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
