package gatehouse.verify;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What one person can cost by sockets (R20.8). */
class SocketShareE2E {
    private static final int MOST = 64;

    private final RunningGatehouse gatehouse = RunningGatehouse.shared();

    @Test
    void oneSocketMoreIsToldWhyAndOneLessMakesRoom() {
        new Estate(gatehouse).user("sokrates");
        Rest sokrates = gatehouse.rest("sokrates", Estate.PASSWORD);
        List<TestingTab> open = new CopyOnWriteArrayList<>();
        try {
            // at once: whoever asks for nothing is waited for for half a minute only
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < MOST; i++) {
                    Future<Boolean> _ = threads.submit(() -> open.add(TestingTab.at(sokrates, "terminal")));
                }
            }
            assertThat(open).hasSize(MOST);
            assertThat(open).noneMatch(TestingTab::isClosed);
            TestingTab refused = TestingTab.at(sokrates, "terminal");
            assertThat(refused.awaitControl("ended").getString("code")).isEqualTo("TOO_MANY_OPEN");

            // whoever asks for nothing leaves by themselves
            open.getFirst().awaitClosed();
            Eventually.holds(() -> {
                TestingTab next = TestingTab.at(sokrates, "terminal");
                open.add(next);
                next.say(Json.createObjectBuilder().add("type", "nothing").build());
                assertThat(next.awaitControl("ended").getString("code")).isEqualTo("FRAME_INVALID");
            });
        } finally {
            open.forEach(TestingTab::close);
        }
    }
}
